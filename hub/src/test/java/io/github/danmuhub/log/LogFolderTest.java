package io.github.danmuhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.SmallDisk;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.log.segment.Chunks;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.SegmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {
  private static final long MIB = 1 << 20;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path dir;

  private Path log() {
    return dir.resolve("log");
  }

  private LogFolder open() throws RecordingException {
    return open(LogOptions.of(log()).withRotation(2_000, Duration.ofHours(1)));
  }

  private static LogFolder open(LogOptions options) throws RecordingException {
    return LogFolder.open(options, why -> {});
  }

  private static void say(EventLog log, int from, int to) {
    for (int i = from; i <= to; i++) {
      log.append(Chat.of(Origin.ours("bilibili", "1", 1), User.of("1", "n"), "m" + i));
    }
  }

  private static void awaitArchived(LogFolder archive, long seq) {
    await().atMost(Duration.ofSeconds(20)).until(() -> !archive.read(seq - 1, 1).isEmpty());
  }

  private static List<Long> readAll(EventLog log, long after) throws NotYetException {
    return Returned.to(log, after).seqs();
  }

  @Test
  void aReaderGoesThroughArchiveAndMemoryWithoutASeam() throws Exception {
    LogFolder archive = open();
    try (EventLog log = EventLog.onDisk(5, MIB, archive)) {
      say(log, 1, 50);
      awaitArchived(archive, 50);
      assertThat(log.recent(0, Filter.ALL, 10)).isEmpty();
      assertThat(readAll(log, 0)).hasSize(50).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void whatIsStillOnItsWayToTheDiskIsNoGap() throws Exception {
    try (EventLog log = EventLog.onDisk(5, MIB, open())) {
      for (int i = 0; i < 5; i++) {
        say(log, 1 + i * 200, 200 + i * 200);
        assertThat(log.read(i * 200L, Filter.ALL, 7).missed()).isZero();
      }
      assertThat(readAll(log, 0)).hasSize(1_000).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void aReadIsBoundedInBytesToo() throws Exception {
    try (LogFolder archive = open(LogOptions.of(log()));
        EventLog log = EventLog.onDisk(1, MIB, archive)) {
      for (int i = 0; i < 10; i++) {
        Origin origin = Origin.ours("bilibili", "1", 1);
        log.append(Chat.of(origin, User.of("1", "n"), "x".repeat(1 << 20)));
      }
      awaitArchived(archive, 4);
      assertThat(archive.read(0, 1_000)).hasSizeBetween(1, 2);
      assertThat(Returned.to(log, 0).seqs()).hasSize(10);
    }
  }

  @Test
  void aRestartGoesOnWithTheSameHubAndNumbers() throws Exception {
    Cursor before;
    try (EventLog log = EventLog.onDisk(5, MIB, open())) {
      say(log, 1, 20);
      before = log.cursor(18);
    }
    try (EventLog log = EventLog.onDisk(5, MIB, open())) {
      say(log, 21, 21);
      assertThat(readAll(log, log.position(before))).containsExactly(19L, 20L, 21L);
    }
  }

  @Test
  void afterACrashNoNumberIsGivenTwiceAndTheReaderIsToldOfAGapOfUnknownSize() throws Exception {
    Path crashed = Files.createDirectory(dir.resolve("crashed"));
    try (LogFolder archive = open(LogOptions.of(log()));
        EventLog log = EventLog.onDisk(50, MIB, archive)) {
      say(log, 1, 10);
      awaitArchived(archive, 10);
      copy(log(), crashed);
    }
    try (EventLog log = EventLog.onDisk(50, MIB, open(LogOptions.of(crashed)))) {
      say(log, 11, 11);
      assertThat(readAll(log, 0)).hasSize(11).endsWith(log.last());
      Page page = log.read(10, Filter.ALL, 10);
      assertThat(page.missed()).isGreaterThan(Page.UNKNOWN);
      assertThat(page.entries()).hasSize(1);
      assertThat(log.read(500, Filter.ALL, 10).missed())
          .as("to a reader that was ahead of the disk")
          .isGreaterThan(Page.UNKNOWN);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void theOldestLeaveByWholeSegments() throws Exception {
    LogFolder archive = open(LogOptions.newest(log(), 10).withRotation(600, Duration.ofHours(1)));
    try (EventLog log = EventLog.onDisk(5, MIB, archive)) {
      for (int i = 1; i <= 100; i++) {
        say(log, i, i);
        archive.flush();
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(Returned.to(log, 0).seqs()).hasSizeBetween(10, 17));
      Returned left = Returned.to(log, 0);
      assertThat(left.whole()).isTrue();
      assertThat(left.missed()).isEqualTo(100 - left.seqs().size());
    }
  }

  @Test
  void twoHubsOnOneFolderAreRefusedInWords() throws Exception {
    LogFolder first = open();
    assertThatThrownBy(this::open)
        .isInstanceOf(RecordingException.class)
        .hasMessage("another danmu writes to " + log() + ": stop it, or choose another folder");
    first.close();
    open().close();
  }

  @Test
  void theFolderIsAPlainRecordingAndSaysHowItEnded() throws Exception {
    try (EventLog log = EventLog.onDisk(5, MIB, open())) {
      say(log, 1, 3);
      assertThat(log().resolve("log.json")).content().contains("\"clean\":false");
    }
    assertThat(log().resolve("log.json"))
        .content()
        .matches(
            "\\{\"v\":1,\"hub\":\"[0-9a-f]{16}\",\"clean\":true,\"last\":3,"
                + "\"heard\":\\{\"bilibili:1\":1}}\n");
    try (RecordingReader reader = new RecordingReader(new SegmentFolder(log()).segments(), 0)) {
      assertThat(reader.next()).isNotNull().matches(first -> first.seq() == 1);
    }
  }

  @Test
  void aLogWhoseStateCannotBeReadIsAnotherHubAndGivesNoNumberTwice() throws Exception {
    Cursor before;
    try (EventLog log = EventLog.onDisk(5, MIB, open())) {
      say(log, 1, 3);
      before = log.cursor(3);
    }
    Files.writeString(log().resolve("log.json"), "{\"v\":1,\"hub\":");
    try (EventLog log = EventLog.onDisk(5, MIB, open())) {
      assertThat(log.last()).isEqualTo(1_000_000_003);
      assertThatThrownBy(() -> log.position(before)).isInstanceOf(CursorException.class);
    }
  }

  @Test
  void whatThePackedMiddleOfALogHoldsIsReadBackEachEventOnce() throws Exception {
    LogFolder archive = open(LogOptions.of(log()));
    try (EventLog log = EventLog.onDisk(1, 1, archive)) {
      say(log, 1, 30_000);
    }
    assertThat(new SegmentFolder(log()).segments())
        .singleElement()
        .satisfies(one -> assertThat(Chunks.of(one).count()).isGreaterThan(3));
    LogFolder again = open(LogOptions.of(log()));
    try (EventLog log = EventLog.onDisk(1, 1, again)) {
      for (long after : List.of(0L, 4_711L, 15_000L, 29_990L)) {
        assertThat(again.read(after, 1)).extracting(Entry::seq).containsExactly(after + 1);
      }
      assertThat(readAll(log, 0)).hasSize(30_000).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void aFullDiskCostsTheArchiveOnlyWhatCameMeanwhile() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(dir, 48 * MIB)) {
      LogFolder archive = open(LogOptions.of(disk.dir().resolve("log")));
      try (EventLog log = EventLog.onDisk(50, 64 * MIB, archive)) {
        say(log, 1, 100);
        awaitArchived(archive, 100);
        Path ballast = disk.fillUp();
        for (int i = 0; i < 3_000; i++) {
          Origin origin = Origin.ours("bilibili", "1", 1);
          log.append(Chat.of(origin, User.of("1", "n"), "x".repeat(8_000)));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> log.lost() > 0);
        assertThat(log.read(3_090, Filter.ALL, 3).entries()).as("from memory").hasSize(3);
        Files.delete(ballast);
        await()
            .atMost(Duration.ofSeconds(20))
            .ignoreExceptions()
            .untilAsserted(
                () -> {
                  say(log, 1, 1);
                  assertThat(archive.read(log.last() - 1, 1)).hasSize(1);
                });
        long lost = log.lost();
        say(log, 1, 10);
        awaitArchived(archive, log.last());
        assertThat(log.lost()).as("nothing more is lost").isEqualTo(lost);
        Returned reader = Returned.to(log, 0);
        assertThat(reader.whole()).as("what it got and what it was told that it missed").isTrue();
        assertThat(reader.missed()).isPositive().isLessThanOrEqualTo(lost);
      }
    }
  }
}
