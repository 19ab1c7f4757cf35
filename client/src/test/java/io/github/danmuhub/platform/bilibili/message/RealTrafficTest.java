package io.github.danmuhub.platform.bilibili.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real messages become exactly the events that they mean. */
class RealTrafficTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyPayloadBecomesExactlyItsEvents() throws IOException {
    Path dir = Captures.dir().resolve("bilibili");
    return Files.readAllLines(dir.resolve("expected.jsonl")).stream()
        .map(RealTrafficTest::parse)
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.get("file").asText(),
                    () ->
                        Expected.becomes(
                            Files.readAllBytes(dir.resolve(line.get("file").asText())),
                            line.get("events"))));
  }

  @Test
  void anHourOfARealRoomBecomesItsEventsAndNothingElse() throws Exception {
    List<LiveEvent> events = captured();

    assertThat(events).hasSize(199);
    assertThat(only(events, Chat.class)).hasSize(134).filteredOn(c -> c.image() != null).hasSize(1);
    assertThat(only(events, Chat.class)).allMatch(c -> c.origin().id() != null);
    assertThat(only(events, Enter.class)).hasSize(37);
    assertThat(only(events, Enter.class))
        .extracting(Enter::effect)
        .filteredOn(e -> e != null)
        .containsExactly("欢迎舰长 user 进入直播间");
    assertThat(only(events, Like.class)).hasSize(3).allMatch(like -> like.user() != null);
    assertThat(only(events, Rank.class)).hasSize(6).allMatch(rank -> !rank.list().isEmpty());
    assertThat(only(events, Unknown.class))
        .extracting(Unknown::cmd)
        .containsExactly("WIDGET_BANNER", "WIDGET_BANNER");
    assertThat(Expected.written(events)).hasSameSizeAs(events);
  }

  @Test
  void theFiguresOfARealRoomAreAllThere() throws Exception {
    List<Stats> stats = only(captured(), Stats.class);

    assertThat(stats).hasSize(17);
    assertThat(stats).filteredOn(s -> s.figure(Figure.ONLINE).isPresent()).hasSize(8);
    assertThat(stats).filteredOn(s -> s.figure(Figure.WATCHED).isPresent()).hasSize(4);
    assertThat(stats).filteredOn(s -> s.figure(Figure.LIKES).isPresent()).hasSize(4);
    assertThat(stats).filteredOn(s -> s.figure(Figure.MEMBERS).isPresent()).hasSize(1);
  }

  private static <E extends LiveEvent> List<E> only(List<LiveEvent> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<LiveEvent> captured() throws Exception {
    EventLog log = new EventLog();
    for (ByteBuffer message : messages()) {
      log.decoder.onMessage(message);
    }
    log.flush();
    return log.events();
  }

  /** The 322 commands of the capture: frames of brotli. */
  static List<ByteBuffer> messages() throws IOException, MalformedException {
    Path capture = Captures.dir().resolve("bilibili/blive-ws/message.anon.bin");
    List<ByteBuffer> messages = CapturedMessages.of(capture);
    assertThat(messages).hasSize(322);
    return messages;
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
