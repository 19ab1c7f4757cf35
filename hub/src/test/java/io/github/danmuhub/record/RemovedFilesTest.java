package io.github.danmuhub.record;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.text.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody removes while it is recorded to is lost: counted, told, and a gap. */
class RemovedFilesTest {
  private static final Duration ASIDE = Duration.ofDays(1);

  @TempDir Path parent = Path.of("");
  private final AtomicLong now = new AtomicLong(START);
  private final ShortDisk disk = new ShortDisk();
  private final List<String> told = new CopyOnWriteArrayList<>();

  private Path dir() {
    return parent.resolve("recording");
  }

  /** Flushed by the test, and not by a thread beside it. */
  private Recorder open() throws RecordingException {
    LogOptions plain = LogOptions.of(dir()).withCompression(Compression.NONE).withFlush(ASIDE);
    return open(plain);
  }

  private Recorder open(LogOptions options) throws RecordingException {
    return Recorder.open(
        options,
        new DiskListener() {
          @Override
          public void failing(RecordingException why) {
            told.add(why.getMessage() + "");
          }

          @Override
          public void recovered(long lost) {
            told.add("recovered, lost " + lost);
          }
        },
        now::get,
        disk);
  }

  private Path segment() throws IOException {
    List<Path> all = new ArrayList<>();
    new SegmentFolder(dir()).segments().forEach(segment -> all.add(segment.path()));
    return all.get(all.size() - 1);
  }

  /** At once: the index beside it goes on writing files. */
  private static void remove(Path dir) throws IOException {
    Files.move(dir, Files.createTempDirectory(dir.getParent(), "removed").resolve("recording"));
  }

  private List<String> texts() throws IOException {
    return Readings.of(dir()).events().stream()
        .map(e -> e instanceof Chat chat ? chat.text() : ((Gap) e).why())
        .toList();
  }

  private static String lost(int events) {
    return "somebody removed what was recorded: " + Counted.of(events, "event") + " lost";
  }

  @Test
  void theOpenSegmentRemovedIsCountedAndANewOneIsBegun() throws IOException {
    try (Recorder recorder = open()) {
      recorder.accept(chat(0, 1, "a"));
      recorder.accept(chat(1, 1, "b"));
      recorder.flush();
      Path removed = segment();
      Files.delete(removed);
      recorder.accept(chat(2, 1, "c"));
      recorder.flush();
      assertThat(recorder.isFailing()).isTrue();
      assertThat(recorder.lost()).isEqualTo(2);
      assertThat(told)
          .containsExactly(
              removed
                  + " was removed or replaced while it was recorded to: 2 events are lost;"
                  + " recording goes on in a new segment as soon as it can");
      recorder.flush();
      assertThat(recorder.isFailing()).isFalse();
      recorder.accept(chat(3, 1, "d"));
    }
    assertThat(told).hasSize(2).contains("recovered, lost 2");
    assertThat(Readings.of(dir()).seqs()).containsExactly(3L, 0L, 4L);
    assertThat(texts()).containsExactly("c", lost(2), "d");
    assertThat(segment().getFileName()).hasToString("20261121T080000Z-000000000003.jsonl");
  }

  @Test
  void aSegmentReplacedByAnotherFileIsLostTooAndTheOtherFileStaysAsItIs() throws IOException {
    Path replaced;
    try (Recorder recorder = open()) {
      recorder.accept(chat(0, 1, "a"));
      recorder.flush();
      replaced = segment();
      Files.move(replaced, parent.resolve("moved"));
      Files.writeString(replaced, "");
      recorder.accept(chat(1, 1, "b"));
      recorder.flush();
      assertThat(recorder.lost()).isEqualTo(1);
    }
    assertThat(replaced).isEmptyFile();
    assertThat(texts()).containsExactly("b", lost(1));
  }

  @Test
  void theFolderRemovedIsMadeAgainAndItsClosedSegmentsCountToo() throws IOException {
    try (Recorder recorder = open()) {
      recorder.accept(chat(0, 1, "a"));
      recorder.accept(chat(1, 1, "b"));
      now.addAndGet(Duration.ofHours(1).toMillis());
      recorder.flush();
      recorder.accept(chat(2, 1, "c"));
      recorder.flush();
      remove(dir());
      recorder.flush();
      assertThat(recorder.lost()).isEqualTo(3);
      assertThat(told).singleElement().asString().startsWith(dir() + " was removed or replaced");
      recorder.accept(chat(3, 1, "d"));
      recorder.flush();
      assertThat(recorder.isFailing()).isFalse();
    }
    assertThat(texts()).containsExactly(lost(3), "d");
  }

  @Test
  void anotherFolderInItsPlaceIsNotTakenForIt() throws IOException {
    try (Recorder recorder = open()) {
      recorder.accept(chat(0, 1, "a"));
      recorder.flush();
      remove(dir());
      Files.createDirectory(dir());
      recorder.flush();
      assertThat(recorder.lost()).isEqualTo(1);
      recorder.accept(chat(1, 1, "b"));
    }
    assertThat(texts()).containsExactly(lost(1), "b");
  }

  @Test
  void aFolderThatCannotBeMadeAgainIsTriedAgain() throws IOException {
    try (Recorder recorder = open()) {
      recorder.accept(chat(0, 1, "a"));
      recorder.flush();
      remove(dir());
      Files.writeString(dir(), "a file in the way");
      recorder.flush();
      recorder.accept(chat(1, 1, "b"));
      recorder.flush();
      assertThat(recorder.isFailing()).isTrue();
      Files.delete(dir());
      recorder.flush();
      assertThat(recorder.isFailing()).isFalse();
    }
    assertThat(texts()).containsExactly(lost(1), "b");
  }

  @Test
  void aFolderWithNothingInItYetIsMadeAgainToo() throws IOException {
    try (Recorder recorder = open()) {
      remove(dir());
      recorder.accept(chat(0, 1, "a"));
      recorder.flush();
      assertThat(recorder.lost()).isZero();
    }
    assertThat(texts()).containsExactly("a");
  }

  @Test
  void aLineCutByAFullDiskIsLostWithItsSegmentAndTheNextOneBeginsWithAWholeLine()
      throws IOException {
    try (Recorder recorder = open()) {
      recorder.accept(chat(0, 1, "a"));
      recorder.flush();
      disk.setRoom(100);
      recorder.accept(chat(1, 1, "cut"));
      recorder.accept(chat(2, 1, "c"));
      recorder.flush();
      Files.delete(segment());
      disk.setRoom(Long.MAX_VALUE);
      recorder.flush();
      assertThat(recorder.lost()).isEqualTo(2);
    }
    assertThat(Readings.of(dir()).report().clean()).isTrue();
    assertThat(texts()).containsExactly("c", lost(2));
    assertThat(segment().getFileName().toString()).contains("-000000000003.");
  }

  @Test
  void eachRoomIsToldItsOwnLoss() throws IOException {
    try (Recorder recorder = open()) {
      recorder.accept(in("one", 0));
      recorder.accept(in("two", 1));
      recorder.accept(in("two", 2));
      recorder.flush();
      Files.delete(segment());
      recorder.flush();
      recorder.accept(in("two", 3));
      recorder.accept(in("one", 4));
    }
    List<LiveEvent> events = Readings.of(dir()).events();
    assertThat(events.get(0)).isEqualTo(new Gap(ours("two", 3), START, START + 3, lost(2)));
    assertThat(events.get(2)).isEqualTo(new Gap(ours("one", 4), START, START + 4, lost(1)));
  }

  @Test
  void aLockFileThatIsRemovedLetsNoSecondRecorderInAndIsMadeAgain() throws IOException {
    for (String name : List.of("recorder.lock", ".recorder.lock")) {
      try (Recorder recorder = open()) {
        Files.delete(dir().resolve(name));
        assertThatThrownBy(this::open).hasMessageStartingWith("another danmu writes to " + dir());
        recorder.flush();
        assertThat(dir().resolve(name)).isRegularFile();
        assertThatThrownBy(this::open).hasMessageStartingWith("another danmu writes to " + dir());
        assertThat(recorder.isFailing()).isFalse();
      }
    }
  }

  @Test
  void whoLostItsFolderToAnotherRecorderWritesNothingUntilThatOneHasEnded() throws IOException {
    try (Recorder first = open()) {
      first.accept(chat(0, 1, "a"));
      first.flush();
      remove(dir());
      try (Recorder second = open()) {
        second.accept(chat(1, 1, "second"));
        second.flush();
        first.accept(chat(2, 1, "b"));
        first.flush();
        first.flush();
        assertThat(first.isFailing()).isTrue();
        assertThat(told.get(1)).startsWith("another danmu writes to " + dir());
        assertThat(texts()).containsExactly("second");
      }
      first.flush();
      assertThat(first.isFailing()).isFalse();
    }
    assertThat(texts()).containsExactly("second", "b", lost(1));
  }

  private static LiveEvent in(String room, int at) {
    return Chat.of(origin(room, at), user(1), "m" + at);
  }

  private static Origin ours(String room, int at) {
    return Origin.ours("bilibili", room, START + at);
  }

  @Test
  void aLossThatIsNoticedAtTheEndIsCountedAndWhatStillWaitsIsWritten() throws IOException {
    Recorder recorder = open();
    recorder.accept(chat(0, 1, "a"));
    recorder.flush();
    remove(dir());
    recorder.accept(chat(1, 1, "b"));
    recorder.close();
    assertThat(recorder.lost()).isEqualTo(1);
    assertThat(texts()).containsExactly("b", lost(1));
  }

  @Test
  void anIndexThatWentWithItsFolderIsMadeAgain() throws IOException {
    try (Recorder recorder = open(LogOptions.of(dir()))) {
      recorder.accept(chat(0, 1, "a"));
      recorder.flush();
      Awaitility.await().until(() -> Recording.open(dir()).index().isPresent());
      remove(dir());
      Awaitility.await().until(() -> recorder.lost() == 1 && !recorder.isFailing());
      recorder.accept(chat(1, 1, "b"));
    }
    assertThat(IndexRows.column(dir(), "SELECT text FROM event WHERE type = 'chat'"))
        .containsExactly("b");
  }
}
