package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.feed.FeedReader;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers to polls, which stand for frames where a socket is refused. */
class InspectPolledTest {
  private static final String OPEN =
      "{\"v\":1,\"ev\":\"open\",\"c\":1,\"t\":1,\"url\":\"\",\"platform\":\"douyin\",\"room\":\"7\"}\n";

  /** A bare Response: one chat. */
  private static final String FETCHED =
      base64(
          new ProtoWriter()
              .message(
                  1,
                  new ProtoWriter()
                      .string(1, "WebcastChatMessage")
                      .message(2, new ProtoWriter().string(3, "你好"))
                      .varint(3, 7))
              .string(2, "t-1_r-1_d-1_u-1")
              .string(5, "internal_src:dim|")
              .toBytes());

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String poll(int status, String body) {
    return "{\"ev\":\"http\",\"c\":1,\"t\":2,\"url\":\"https://a/webcast/im/fetch/\",\"status\":%d,\"b64\":\"%s\"}\n"
        .formatted(status, body);
  }

  private static Inspection inspect(String capture) throws MalformedException {
    return Inspection.of(
        List.of(new Bilibili(), new Douyin()), InspectOptions.DEFAULT, capture.getBytes(UTF_8), 1);
  }

  private static String printed(Inspection inspection) {
    StringBuilder report = new StringBuilder();
    inspection.print(Words.ENGLISH, line -> report.append(line).append('\n'));
    return report.toString();
  }

  @Test
  void theAnswersOfACaptureBecomeTheirEvents() throws MalformedException {
    Inspection inspection = inspect(OPEN + poll(200, FETCHED) + poll(502, ""));
    assertThat(printed(inspection))
        .contains("1 frame\n", "received polled", "douyin (100 % sure)", "=> chat", "你好");
    assertThat(inspection.isComplete()).isTrue();
  }

  @Test
  void theAnswersOfADescribedSiteBecomeItsEvents() throws MalformedException {
    Platform polled =
        FeedReader.read(
            Path.of(System.getProperty("danmu.root", ".."), "examples/feeds/polled.yaml"));
    String said =
        "{\"list\":[{\"kind\":\"say\",\"id\":1,\"from\":{\"nick\":\"猫\",\"uid\":2},\"text\":\"早\"}]}";
    String capture =
        OPEN.replace("douyin", "polled")
            + answer("https://api.live.example/api/session", "{\"data\":{\"session\":\"s\"}}")
            + answer("https://api.live.example/api/rooms/7/messages?session=***&after=0", said);
    Inspection inspection =
        Inspection.of(
            List.of(polled, new Douyin()), InspectOptions.DEFAULT, capture.getBytes(UTF_8), 1);
    assertThat(printed(inspection)).contains("2 frames\n", "JSON", "=> chat", "早", "猫");
    assertThat(inspection.isComplete()).isTrue();
  }

  private static String answer(String url, String body) {
    return poll(200, base64(body.getBytes(UTF_8))).replace("https://a/webcast/im/fetch/", url);
  }

  @Test
  void aBrokenAnswerIsShownAsSuch() throws MalformedException {
    assertThat(printed(inspect(OPEN + poll(200, base64(new byte[] {10, 99})))))
        .contains("1 frame\n", "malformed: ");
  }

  @Test
  void ofAHarOnlyThePollsAreTaken() throws MalformedException {
    String har =
        "{\"log\":{\"entries\":[%s,%s,%s]}}"
            .formatted(
                entry("https://a/", "\"text\":\"<html></html>\""),
                entry(
                    "https://a/webcast/im/fetch/?cursor=1",
                    "\"encoding\":\"base64\",\"text\":\"" + FETCHED + "\""),
                entry("https://a/webcast/im/fetch/?cursor=2", "\"text\":\"\""));
    Inspection inspection = inspect(har);
    assertThat(printed(inspection)).contains("1 frame\n", "=> chat");
    assertThat(inspection.isComplete()).isTrue();
  }

  private static String entry(String url, String content) {
    return "{\"request\":{\"url\":\"%s\"},\"response\":{\"status\":200,\"content\":{%s}}}"
        .formatted(url, content);
  }
}
