package io.github.danmuhub.platform.bilibili.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.contract.Told;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.script.Script;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.testing.Captures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is encoded is decoded again, as far as the table says that it is carried. */
class EncodedEventsTest {
  private static final Vocabulary WORDS = HostedPlatform.vocabularyOf(new Bilibili());
  private static final Carried CARRIED = WORDS.carried();
  private static final long START = 1_790_000_000_000L;
  private static final int SCRIPT = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aScriptIsHeardAsTheTableSays(long seed) {
    Script script = new Script("bilibili", EventLog.ROOM.room(), WORDS, seed, 5);
    EventLog log = new EventLog();
    log.decoder.anchor(String.valueOf(script.cast().anchor().id()));
    List<LiveEvent> expected = new ArrayList<>();
    for (long n = 0; n < SCRIPT; n++) {
      LiveEvent event = CARRIED.of(script.event(n, START)).orElseThrow();
      expected.add(event);
      log.ticks = 1_000 + script.due(n);
      BilibiliEvents.encode(event).forEach(message -> tell(log, message));
    }
    log.flush();
    assertThat(Told.of(log.events())).isEqualTo(Told.of(expected));
  }

  private static void tell(EventLog log, Raw message) {
    log.decoder.onWake();
    log.decoder.onMessage(ByteBuffer.wrap(message.toBytes()));
  }

  @TestFactory
  Stream<DynamicTest> whatAMessageBecameItBecomesAgain() throws Exception {
    return messages().map(json -> DynamicTest.dynamicTest(name(json), () -> becomesTheSame(json)));
  }

  private static String name(byte[] json) {
    String text = new String(json, UTF_8);
    return text.substring(0, Math.min(60, text.length())).replaceAll("\\s", "");
  }

  private static void becomesTheSame(byte[] json) {
    for (LiveEvent event : EventLog.of(json)) {
      Optional<LiveEvent> carried = CARRIED.of(event);
      if (carried.isPresent()) {
        assertThat(Told.of(again(carried.get()))).isEqualTo(Told.of(List.of(carried.get())));
      }
    }
  }

  private static List<LiveEvent> again(LiveEvent event) {
    EventLog log = new EventLog();
    BilibiliEvents.encode(event).forEach(message -> tell(log, message));
    log.flush();
    return log.events();
  }

  private static byte[] copy(ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.duplicate().get(bytes);
    return bytes;
  }

  private static Stream<byte[]> messages() throws Exception {
    Path captures = Captures.dir().resolve("bilibili");
    List<byte[]> all = new ArrayList<>(Fixtures.messages());
    RealTrafficTest.messages().forEach(message -> all.add(copy(message)));
    for (Path file : json(captures)) {
      all.add(Files.readAllBytes(file));
    }
    return all.stream();
  }

  private static List<Path> json(Path dir) throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
