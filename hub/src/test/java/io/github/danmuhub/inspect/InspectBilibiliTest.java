package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectBilibiliTest {
  private static final List<Platform> PLATFORMS =
      List.of(new EchoPlatform("echo", 'E'), new Bilibili());

  private static String inspect(byte[] input) throws MalformedException {
    Inspection inspection =
        Inspection.of(PLATFORMS, InspectOptions.DEFAULT, input, 1_795_248_000_123L);
    assertThat(inspection.isComplete()).isTrue();
    List<String> report = new ArrayList<>();
    inspection.print(Words.ENGLISH, report::add);
    return String.join("\n", report);
  }

  @Test
  void anAuthReplyIsSaidInWords() throws MalformedException {
    String hex = "0000001a0010000100000008000000017b22636f6465223a307d";
    assertThat(inspect(hex.getBytes(UTF_8)))
        .contains("bilibili (100 % sure)", "authentication reply", "{\"code\":0}");
  }

  @Test
  void aTutorialsAuthenticationIsTheClientsAndIsShown() throws MalformedException {
    // length 33, header 16, version 1, operation 7, sequence 1, {"roomid":545068}
    String hex = "00000021001000010000000700000001" + "7b22726f6f6d6964223a3534353036387d";
    assertThat(inspect(hex.getBytes(UTF_8)))
        .contains("#1 sent binary, 33 bytes", "authentication", "roomid         545068")
        .doesNotContain("unknown operation", "malformed", "hidden");
  }

  @Test
  void aHeartbeatIsTheClients() throws MalformedException {
    assertThat(inspect("00000010001000010000000200000001".getBytes(UTF_8)))
        .contains("#1 sent binary, 16 bytes", "heartbeat")
        .doesNotContain("malformed");
  }

  @Test
  void aHeartbeatReplyBecomesTheStatsOfItsPopularity() throws MalformedException {
    String hex = "00000014001000010000000300000000000009a2";
    assertThat(inspect(hex.getBytes(UTF_8)))
        .contains("popularity     2466")
        .contains("=> stats ")
        .contains("\"popularity\":2466");
  }

  @Test
  void messagesThatOtherProgramsSaveAreReadLineByLine() throws IOException, MalformedException {
    byte[] lines = Files.readAllBytes(Captures.dir().resolve("cases/inspect/raw_commands.jsonl"));
    String report = inspect(lines);
    assertThat(report).startsWith("input: messages, 3 frames").doesNotContain("malformed");
    assertThat(report.lines().filter(line -> line.startsWith("  => chat "))).hasSize(3);
  }

  @Test
  void aRecordingThatKeepsMessagesIsTakenApart() throws MalformedException {
    String lines =
        """
        {"v":1,"type":"room","platform":"bilibili","room":"1","received":"2026-11-21T08:00:00Z","title":"t"}
        {"v":1,"seq":2,"type":"chat","platform":"bilibili","raw":{"cmd":"WATCHED_CHANGE","data":{"num":5}}}
        """;
    assertThat(inspect(lines.getBytes(UTF_8)))
        .startsWith("input: messages, 1 frame")
        .contains("WATCHED_CHANGE", "  => stats ");
  }

  @Test
  void oldAndTextualCommandsHaveTheirWords() throws IOException, MalformedException {
    String report =
        inspect(
            Files.readAllBytes(
                Captures.dir().resolve("cases/inspect/old_and_textual_commands.bin")));
    assertThat(report.lines().filter(line -> line.startsWith("  => unknown "))).isEmpty();
    assertThat(report)
        .contains("\"text\":\"违规提示\\n处罚结果：切断本场直播\\n违规原因：测试原因\"")
        .contains("\"action\":\"warn\"", "直播间违规\\n处罚结果：警告")
        .contains("测试公告", "主播发起了视频连线", "系统提示：主播已切换分区")
        .contains("他们都在说:晚安 ×9", "5人在投喂");
  }

  @Test
  void blindBoxesSayWhatWasPaidAndWhatTheGiftIsWorth() throws IOException, MalformedException {
    List<String> gifts = events("gifts_blindbox_guard.bin", "gift");
    assertThat(gifts).hasSize(12);
    assertThat(gifts.get(0))
        .contains("\"gift\":{\"id\":\"35560\",\"name\":\"爱心抱枕\"},\"count\":2")
        .contains("\"value\":{\"milli\":30000,\"currency\":\"CNY\"}")
        .contains("\"worth\":{\"milli\":32000,\"currency\":\"CNY\"}")
        .contains("\"box\":{\"id\":\"", "\"name\":\"心动盲盒\"");
    assertThat(events("gifts_blindbox_guard.bin", "membership"))
        .hasSize(3)
        .last()
        .asString()
        .contains("\"name\":\"舰长\",\"days\":7", "\"milli\":50000");
  }

  @Test
  void theOpenPlatformsMessagesAreThoseOfTheRoom() throws IOException, MalformedException {
    String file = "open_platform_and_v2.bin";
    assertThat(events(file, "chat").get(0))
        .contains("\"id\":\"m1\"", "\"id\":\"39b8fedb-0000\"", "\"text\":\"你好\"");
    assertThat(events(file, "gift").get(0)).contains("小花花", "\"milli\":100");
    assertThat(events(file, "super_chat").get(0)).contains("\"milli\":30000", "\"seconds\":60");
    assertThat(events(file, "membership").get(0)).contains("\"id\":\"231114V2\"", "舰长");
    assertThat(events(file, "unknown")).isEmpty();
  }

  @Test
  void oddCharactersAreReadAsTheyAre() throws IOException, MalformedException {
    List<String> chats = events("odd_chars.capture.jsonl", "chat");
    assertThat(chats).hasSize(22);
    assertThat(String.join("\n", chats))
        .contains(
            "\\bfoo foo\\\"", "nonchar\ufffe\uffff|", "家庭👨‍👩‍👧‍👦旗🇨🇳肤👍🏽|", "astral 𠮷野家 𓀀|")
        .contains("line1\\nline2\\r\\nline3\\ttab", "{\\\\an8\\\\fs200}大字\\\\N换行{}");
    assertThat(events("odd_chars.capture.jsonl", "room").get(0))
        .contains("\\\\(^o^)/ <b>&\\\"标题\\\"|?*: ../x");
  }

  /** The events of a file of the cases, those of one type, as JSON. */
  private static List<String> events(String file, String type)
      throws IOException, MalformedException {
    byte[] input = Files.readAllBytes(Captures.dir().resolve("cases/inspect").resolve(file));
    List<String> events = new ArrayList<>();
    Inspection.of(PLATFORMS, InspectOptions.DEFAULT, input, 1_795_248_000_123L)
        .events(event -> events.add(new String(EventWriter.write(event), UTF_8)));
    return events.stream().filter(e -> e.contains("\"type\":\"" + type + "\"")).toList();
  }

  @Test
  void theRealCaptureIsTakenApartToItsLastMessage() throws IOException, MalformedException {
    byte[] capture =
        Files.readAllBytes(Captures.dir().resolve("bilibili/blive-ws/message.anon.bin"));
    String report = inspect(capture);
    assertThat(report.lines().filter(line -> line.contains("brotli body"))).isNotEmpty();
    assertThat(report.lines().filter(line -> line.strip().startsWith("body           {")))
        .as("commands, and the answer to the authentication")
        .hasSize(323);
    assertThat(report.lines().filter(line -> line.startsWith("  => chat "))).hasSize(134);
    assertThat(report).doesNotContain("malformed");
  }
}
