package io.github.danmuhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFile;
import io.github.danmuhub.log.segment.SegmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log writes when something is in the way, and at the end of a run. */
class DiskWriterTest {
  @TempDir Path parent = Path.of("");
  private Path dir = Path.of("");

  @BeforeEach
  void folder() {
    dir = parent.resolve("log");
  }

  private final List<String> told = new CopyOnWriteArrayList<>();

  private final class Told implements DiskListener {
    @Override
    public void failing(RecordingException why) {
      told.add(String.valueOf(why.getMessage()));
    }

    @Override
    public void recovered(long lost) {
      told.add("recovered, lost: " + lost);
    }
  }

  private LogFolder open(SegmentFile.Opener files) throws RecordingException {
    LogOptions options = LogOptions.of(dir).withRotation(2_000, Duration.ofHours(1));
    return LogFolder.open(options, new Told(), () -> 5_000, files);
  }

  private static void say(EventLog log, String room, long received, String text) {
    log.append(Chat.of(Origin.ours("bilibili", room, received), User.of("1", "n"), text));
  }

  private static List<Numbered> read(Path dir) throws IOException {
    List<Numbered> events = new ArrayList<>();
    try (RecordingReader reader = new RecordingReader(new SegmentFolder(dir).segments(), 0)) {
      for (Numbered event = reader.next(); event != null; event = reader.next()) {
        events.add(event);
      }
    }
    return events;
  }

  private static List<Gap> gaps(Path dir) throws IOException {
    return read(dir).stream()
        .map(Numbered::event)
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .toList();
  }

  @Test
  void aFaultOfOursIsToldAsOneOfTheDiskAndCostsNeitherTheThreadNorAnEvent() throws Exception {
    AtomicInteger faults = new AtomicInteger(2);
    SegmentFile.Opener broken =
        file -> {
          if (faults.getAndDecrement() > 0) {
            throw new IllegalStateException("a bug");
          }
          return SegmentFile.open(file);
        };
    LogFolder folder = open(broken);
    try (EventLog log = EventLog.onDisk(1, 1, folder)) {
      say(log, "1", 1, "a");
      await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
      say(log, "1", 2, "b");
      await().atMost(Duration.ofSeconds(20)).until(() -> told.contains("recovered, lost: 0"));
      say(log, "1", 3, "c");
    }
    assertThat(told.get(0)).contains("a fault of danmu's own");
    assertThat(read(dir)).extracting(Numbered::seq).containsExactly(1L, 2L, 3L);
    assertThat(folder.lost()).isZero();
  }

  @Test
  void whatIsLostAtTheVeryEndLeavesAGapToo() throws Exception {
    LogFolder folder = open(SegmentFile::open);
    try (EventLog log = EventLog.onDisk(1, 1, folder)) {
      say(log, "1", 1_000, "a");
      say(log, "2", 2_000, "b");
      folder.flush();
      for (Segment segment : new SegmentFolder(dir).segments()) {
        Files.delete(segment.path());
      }
    }
    assertThat(gaps(dir))
        .extracting(gap -> gap.origin().room() + ": " + gap.why())
        .containsExactlyInAnyOrder(
            "1: somebody removed what was recorded: 1 event lost",
            "2: somebody removed what was recorded: 1 event lost");
  }

  @Test
  void aRoomThatTheLastSegmentDoesNotNameIsMissedAfterAnEndAndAfterAKill() throws Exception {
    Path killed = parent.resolve("killed");
    LogFolder folder = open(SegmentFile::open);
    try (EventLog log = EventLog.onDisk(1, 1, folder)) {
      say(log, "1", 1_000, "a");
      for (int i = 0; i < 50; i++) {
        say(log, "2", 2_000, "x".repeat(100));
        folder.flush();
      }
      copy(dir, killed);
    }
    for (Path found : List.of(dir, killed)) {
      LogFolder next = LogFolder.open(LogOptions.of(found), new Told());
      try (EventLog log = EventLog.onDisk(1, 1, next)) {
        say(log, "1", 9_000, "b");
      }
      assertThat(gaps(found))
          .as("%s", found)
          .extracting(Gap::from, Gap::to, Gap::why)
          .containsExactly(tuple(1_000L, 9_000L, "the recorder was not running"));
    }
  }

  /** As a kill leaves it; the lock is freed. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
