package io.github.danmuhub.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.record.copy.Copies;
import io.github.danmuhub.record.index.RecordingIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of 1,000 events a second costs at most the last second. */
class KillTest {
  private static final long MAY_BE_LOST_MS = 1_000;

  @TempDir Path parent = Path.of("");
  private Path dir = Path.of("");
  private long lastCursor;

  @BeforeEach
  void folder() {
    dir = parent.resolve("recording");
  }

  @Test
  void threeKillsLoseNothingOlderThanASecond() throws Exception {
    killTimes(3, 700);
  }

  @Tag("load")
  @Test
  void twentyKillsLoseNothingEither() throws Exception {
    killTimes(20, 2_000);
  }

  /** Each recorder goes on in the folder that the killed one left. */
  private void killTimes(int times, long liveMs) throws Exception {
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long first = i * 1_000_000L;
      long last = killAfter(liveMs, first);
      assertThatTheCursorIsValid();
      assertThat(last).as("run %d recorded", i).isGreaterThan(first + liveMs / 5);
      for (long number = first; number <= last; number++) {
        expected.add(number);
      }
    }
    assertThatAllAreThereOnce(expected);
    assertThatTheReaderWasGivenThemAll();
    KilledRecorder.ROOMS.forEach(room -> assertThatEachRestartIsAGap(room, times - 1));
    assertThatTheIndexKnowsThemAll();
    assertThatTheCopiesHoldEachOnce();
  }

  /** All that the log holds, whatever the kills did between a copy and its cursor. */
  private void assertThatTheCopiesHoldEachOnce() throws IOException {
    Set<String> recorded = texts(Readings.of(dir).events());
    try (Recorder next = Recorder.open(LogOptions.of(dir), e -> {})) {
      LogFollower copies = KilledRecorder.copies(next, dir);
      try {
        // by the set itself: an assertion would compare each with each
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> new HashSet<>(copied()).containsAll(recorded));
      } finally {
        copies.close();
      }
    }
    assertThat(copied()).doesNotHaveDuplicates();
    try (Stream<Path> files = Files.list(dir.resolve(Copies.FOLDER))) {
      assertThat(files).as("one a room: it is one broadcast").hasSize(KilledRecorder.ROOMS.size());
    }
  }

  private List<String> copied() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(dir.resolve(Copies.FOLDER))) {
      for (Path file : files.toList()) {
        for (LiveEvent event : Readings.of(file).events()) {
          if (event instanceof Chat chat) {
            texts.add(chat.text());
          }
        }
      }
    }
    return texts;
  }

  private static Set<String> texts(List<LiveEvent> events) {
    Set<String> texts = new HashSet<>();
    for (LiveEvent event : events) {
      if (event instanceof Chat chat) {
        texts.add(chat.text());
      }
    }
    return texts;
  }

  private Path cursor() {
    return dir.resolve("broker.cursor");
  }

  /** It belongs to this log, and to no number that a later run may give anew. */
  private void assertThatTheCursorIsValid() throws Exception {
    Cursor cursor = Cursor.parse(Files.readString(cursor()).strip());
    assertThat(Files.readString(dir.resolve("log.json"))).contains(cursor.hub());
    assertThat(cursor.seq()).isGreaterThanOrEqualTo(lastCursor);
    lastCursor = cursor.seq();
  }

  /** Up to its cursor, whatever the kills did to it and to the disk. */
  private void assertThatTheReaderWasGivenThemAll() throws IOException {
    Set<Long> sent = new HashSet<>();
    List<String> lines = Files.readAllLines(KilledRecorder.sent(dir));
    lines.forEach(line -> sent.add(Long.parseLong(line)));
    assertThat(lines.size() - sent.size()).as("a page again at most, each time").isLessThan(20_000);
    List<Long> recorded = Readings.of(dir).seqs();
    assertThat(recorded.stream().filter(seq -> seq <= lastCursor && !sent.contains(seq))).isEmpty();
  }

  /** Brought up to date by the next recorder, whatever the kills left of it. */
  private void assertThatTheIndexKnowsThemAll() throws IOException {
    List<Long> seqs = Readings.of(dir).seqs();
    long last = seqs.get(seqs.size() - 1);
    try (Recorder next = Recorder.open(LogOptions.of(dir), e -> {})) {
      assertThat(next.lastSeq()).as("no number is given twice").isGreaterThan(last);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                try (RecordingIndex index = Recording.open(dir).index().orElseThrow()) {
                  assertThat(index.lastSeq()).isEqualTo(last);
                }
              });
    }
    assertThat(IndexRows.events(dir)).isEqualTo(Readings.of(dir).numbered().size());
  }

  /** The last event that was recorded more than a second before the kill. */
  private long killAfter(long liveMs, long first) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRecorder.class.getName(),
                dir.toString(),
                Long.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<long[]> ticks = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
      long[] tick = tick(out.readLine());
      long kill = tick[1] + liveMs + MAY_BE_LOST_MS;
      for (; tick[1] < kill; tick = tick(out.readLine())) {
        ticks.add(tick);
      }
      child.destroyForcibly().waitFor();
      return lastBefore(ticks, tick[1] - MAY_BE_LOST_MS);
    }
  }

  private static long[] tick(@Nullable String line) {
    if (line == null) {
      throw new AssertionError("the recorder ended by itself");
    }
    int space = line.indexOf(' ');
    return new long[] {
      Long.parseLong(line.substring(0, space)), Long.parseLong(line.substring(space + 1))
    };
  }

  private static long lastBefore(List<long[]> ticks, long time) {
    return ticks.stream()
        .filter(tick -> tick[1] <= time)
        .mapToLong(tick -> tick[0])
        .max()
        .orElse(0);
  }

  /** From the last event that was kept to the first one afterwards. */
  private void assertThatEachRestartIsAGap(String room, int restarts) {
    List<LiveEvent> events = eventsOf(room);
    int gaps = 0;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Gap gap) {
        gaps++;
        assertThat(gap.why()).isEqualTo("the recorder was not running");
        assertThat(gap.from()).isEqualTo(events.get(i - 1).origin().received());
        assertThat(gap.to()).isEqualTo(events.get(i + 1).origin().received());
        assertThat(run(events.get(i + 1))).isGreaterThan(run(events.get(i - 1)));
      }
    }
    assertThat(gaps).as("gaps of room %s", room).isEqualTo(restarts);
  }

  private List<LiveEvent> eventsOf(String room) {
    try {
      return Readings.of(dir).events().stream()
          .filter(event -> event.origin().room().equals(room))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long run(LiveEvent event) {
    return Long.parseLong(((Chat) event).text()) / 1_000_000;
  }

  private void assertThatAllAreThereOnce(List<Long> expected) throws IOException {
    List<Long> numbers = new ArrayList<>();
    Set<Long> seqs = new HashSet<>();
    try (RecordingReader reader = Recording.open(dir).reader()) {
      for (Numbered n = reader.next(); n != null; n = reader.next()) {
        assertThat(seqs.add(n.seq())).as("seq %d is unique", n.seq()).isTrue();
        if (n.event() instanceof Chat chat) {
          numbers.add(Long.parseLong(chat.text()));
        }
      }
    }
    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(new HashSet<>(numbers)).containsAll(expected);
  }
}
