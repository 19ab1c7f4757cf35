package io.github.danmuhub.record;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.SmallDisk;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.log.segment.SegmentWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up costs what does not fit the memory, says so, and is used again. */
class FullDiskTest {
  /** A tenth of what may wait for a disk. */
  private static final String LONG = "长".repeat(SegmentWriter.LIMIT / 10 / 3);

  @TempDir Path dir = Path.of("");
  private final ShortDisk disk = new ShortDisk();
  private final AtomicLong now = new AtomicLong(START);
  private final List<String> told = new CopyOnWriteArrayList<>();

  private Recorder open() throws RecordingException {
    return open(LogOptions.of(dir));
  }

  private Recorder open(LogOptions options) throws RecordingException {
    DiskListener listener =
        new DiskListener() {
          @Override
          public void failing(RecordingException why) {
            told.add(String.valueOf(why.getMessage()));
          }

          @Override
          public void recovered(long lost) {
            told.add("recovered, lost " + lost);
          }
        };
    return Recorder.open(options, listener, now::get, disk);
  }

  private List<LiveEvent> recorded() throws IOException {
    Readings readings = Readings.of(dir);
    assertThat(readings.report().clean()).as(readings.report().words().toString()).isTrue();
    assertThat(readings.seqs()).isEqualTo(seqs(readings.numbered().size()));
    return readings.events();
  }

  private static List<Long> seqs(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private List<String> texts() throws IOException {
    return recorded().stream()
        .map(e -> e instanceof Chat chat ? chat.text() : e.getClass().getSimpleName())
        .toList();
  }

  private String full() {
    return "cannot write to "
        + dir
        + ": the disk is full; what is written is safe, and recording goes on as soon as it can";
  }

  @Test
  void whatWaitedInMemoryIsWrittenOnFromTheVeryByteWhereTheDiskStopped() throws IOException {
    try (Recorder recorder = open()) {
      recorder.accept(chat(0, 1, "written"));
      recorder.flush();
      disk.setRoom(100); // the middle of a line
      recorder.accept(chat(1, 1, "cut"));
      recorder.accept(chat(2, 1, "waits"));
      recorder.flush();
      recorder.flush();
      assertThat(recorder.isFailing()).isTrue();
      disk.setRoom(1 << 20);
      recorder.flush();
      recorder.accept(chat(3, 1, "after"));
      assertThat(recorder.lost()).isZero();
    }
    assertThat(told).containsExactly(full(), "recovered, lost 0");
    assertThat(texts()).containsExactly("written", "cut", "waits", "after");
  }

  @Test
  void whatDoesNotFitTheMemoryEitherIsCountedAndBecomesAGap() throws IOException {
    try (Recorder recorder = open()) {
      recorder.accept(chat(0, 1, "written"));
      recorder.flush();
      disk.setRoom(0);
      for (int i = 1; i <= 15; i++) {
        recorder.accept(chat(i, 1, LONG));
      }
      assertThat(recorder.lost()).isBetween(4L, 6L);
      disk.setRoom(Long.MAX_VALUE);
      recorder.flush();
      recorder.accept(chat(100, 1, "after"));
      assertThat(told).containsExactly(full(), "recovered, lost " + recorder.lost());
    }
    Readings readings = Readings.of(dir);
    List<LiveEvent> events = readings.events();
    Gap gap = (Gap) events.get(events.size() - 2);
    int lost = 15 + 3 - events.size();
    assertThat(readings.report().missing()).isEqualTo(lost);
    assertThat(readings.seqs()).as("live readers did not miss it").endsWith(0L, 17L);
    assertThat(gap.why()).isEqualTo("the disk took nothing: %d events lost".formatted(lost));
    assertThat(gap.to()).isEqualTo(START + 100);
    assertThat(gap.from()).isEqualTo(START + 15 - lost + 1);
  }

  @Test
  void aSegmentThatCannotBeOpenedIsOpenedLater() throws IOException {
    LogOptions hourly = LogOptions.of(dir);
    try (Recorder recorder = open(hourly)) {
      recorder.accept(chat(0, 1, "first segment"));
      now.addAndGet(Duration.ofHours(1).toMillis());
      recorder.flush();
      disk.setRoom(0);
      recorder.accept(chat(1, 1, "second segment"));
      recorder.flush();
      assertThat(told).containsExactly(full());
      disk.setRoom(Long.MAX_VALUE);
      recorder.flush();
    }
    assertThat(texts()).containsExactly("first segment", "second segment");
    assertThat(new SegmentFolder(dir).segments())
        .extracting(Segment::firstSeq)
        .containsExactly(1L, 2L);
  }

  @Test
  void whatStillWaitsAtTheEndIsCountedAndTheNextStartGoesOn() throws IOException {
    Recorder recorder = open();
    recorder.accept(chat(0, 1, "written"));
    recorder.flush();
    disk.setRoom(100);
    recorder.accept(chat(1, 1, "cut"));
    recorder.accept(chat(2, 1, "waits"));
    recorder.close();
    assertThat(recorder.lost()).isEqualTo(2);
    disk.setRoom(Long.MAX_VALUE);
    try (Recorder next = open()) {
      assertThat(next.lastSeq()).as("no number is given twice").isEqualTo(3);
      next.accept(chat(3, 1, "next"));
    }
    try (RecordingReader reader = Recording.open(dir).reader()) {
      assertThat(reader.next()).extracting(Numbered::seq).isEqualTo(1L);
      assertThat(reader.next()).extracting(Numbered::event).isInstanceOf(Gap.class);
      assertThat(reader.next()).extracting(Numbered::seq).isEqualTo(5L);
    }
  }

  @Test
  void aRealFullDiskIsUsedAgainOnceThereIsRoom() throws IOException {
    try (SmallDisk real = SmallDisk.mount(dir, 8 << 20)) {
      LogOptions options =
          LogOptions.of(real.dir().resolve("recording")).withCompression(Compression.NONE);
      Path ballast = real.fill(40 << 10);
      try (Recorder recorder = Recorder.open(options, e -> told.add(e.getMessage() + ""))) {
        for (int i = 0; i < 2_000; i++) {
          recorder.accept(chat(i, i % 7, "message " + i));
        }
        recorder.flush();
        assertThat(told).singleElement().asString().contains("the disk is full");
        Files.delete(ballast);
        Awaitility.await().until(() -> !recorder.isFailing());
        recorder.accept(chat(2_000, 1, "after"));
        assertThat(recorder.lost()).isZero();
      }
      assertThat(IndexRows.events(options.dir())).as("the index has caught up").isEqualTo(2_001);
      assertThat(Readings.of(options.dir()).seqs()).isEqualTo(seqs(2_001));
    }
  }

  @Test
  void aReadOnlyDiskIsSaidInOneLine() throws IOException {
    try (SmallDisk real = SmallDisk.mount(dir, 256 << 10)) {
      real.makeReadOnly();
      Path recording = real.dir().resolve("recording");
      assertThatThrownBy(() -> open(LogOptions.of(recording)))
          .isInstanceOf(RecordingException.class)
          .hasMessage(
              "cannot record to "
                  + recording
                  + ": the file system is read-only; choose another folder");
    }
  }
}
