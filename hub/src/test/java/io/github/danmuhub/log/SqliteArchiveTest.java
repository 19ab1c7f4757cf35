package io.github.danmuhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.SmallDisk;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteArchiveTest {
  private static final long MIB = 1 << 20;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path dir;

  private Path file() {
    return dir.resolve("hub.db");
  }

  private static void say(EventLog log, int from, int to) {
    for (int i = from; i <= to; i++) {
      log.append(Chat.of(Origin.ours("bilibili", "1", 1), User.of("1", "n"), "m" + i));
    }
  }

  private static void awaitArchived(SqliteArchive archive, long seq) {
    await().atMost(Duration.ofSeconds(20)).until(() -> !archive.read(seq - 1, 1).isEmpty());
  }

  private static List<Long> readAll(EventLog log, long after) throws ArchiveException {
    return Returned.to(log, after).seqs();
  }

  @Test
  void aReaderGoesThroughArchiveAndMemoryWithoutASeam() throws Exception {
    SqliteArchive archive = SqliteArchive.open(file(), 1_000);
    try (EventLog log = EventLog.archived(5, MIB, archive)) {
      say(log, 1, 50);
      awaitArchived(archive, 50);
      assertThat(log.recent(0, Filter.ALL, 10)).isEmpty();
      assertThat(readAll(log, 0)).hasSize(50).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void whatIsStillOnItsWayToTheDiskIsNoGap() throws Exception {
    try (EventLog log = EventLog.archived(5, MIB, SqliteArchive.open(file(), 10_000))) {
      for (int i = 0; i < 5; i++) {
        say(log, 1 + i * 200, 200 + i * 200);
        assertThat(log.read(i * 200L, Filter.ALL, 7).missed()).isZero();
      }
      assertThat(readAll(log, 0)).hasSize(1_000).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void aReadIsBoundedInBytesToo() throws Exception {
    try (SqliteArchive archive = SqliteArchive.open(file(), 1_000)) {
      for (int seq = 1; seq <= 20; seq++) {
        archive.append(new Entry(seq, "bilibili:1", "chat", new byte[1 << 20]));
      }
      awaitArchived(archive, 4);
      assertThat(archive.read(0, 1_000)).hasSize(4);
    }
  }

  @Test
  void aRestartGoesOnWithTheSameHubAndNumbers() throws Exception {
    Cursor before;
    try (EventLog log = EventLog.archived(5, MIB, SqliteArchive.open(file(), 1_000))) {
      say(log, 1, 20);
      before = log.cursor(18);
    }
    try (EventLog log = EventLog.archived(5, MIB, SqliteArchive.open(file(), 1_000))) {
      say(log, 21, 21);
      assertThat(readAll(log, log.position(before))).containsExactly(19L, 20L, 21L);
    }
  }

  @Test
  void afterACrashNoNumberIsGivenTwiceAndTheReaderIsToldOfAGapOfUnknownSize() throws Exception {
    Path crashed = dir.resolve("crashed.db");
    SqliteArchive archive = SqliteArchive.open(file(), 1_000);
    try (EventLog log = EventLog.archived(50, MIB, archive)) {
      say(log, 1, 10);
      awaitArchived(archive, 10);
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.copy(dir.resolve("hub.db" + suffix), dir.resolve("crashed.db" + suffix));
      }
    }
    try (EventLog log = EventLog.archived(50, MIB, SqliteArchive.open(crashed, 1_000))) {
      say(log, 11, 11);
      assertThat(readAll(log, 0)).hasSize(11);
      Page page = log.read(10, Filter.ALL, 10);
      assertThat(page.missed()).isGreaterThan(Page.UNKNOWN);
      assertThat(page.entries()).hasSize(1);
      assertThat(log.read(500, Filter.ALL, 10).missed())
          .as("to a reader that was ahead of the disk")
          .isGreaterThan(Page.UNKNOWN);
    }
  }

  @Test
  void theOldestLeaveTheArchive() throws Exception {
    SqliteArchive archive = SqliteArchive.open(file(), 10);
    try (EventLog log = EventLog.archived(5, MIB, archive)) {
      say(log, 1, 100);
      awaitArchived(archive, 100);
      Page page = log.read(0, Filter.ALL, 100);
      assertThat(page.missed()).isEqualTo(90);
      assertThat(readAll(log, 0)).hasSize(10);
    }
  }

  @Test
  void twoHubsOnOneFileAreRefusedInWords() throws Exception {
    SqliteArchive first = SqliteArchive.open(file(), 10);
    assertThatThrownBy(() -> SqliteArchive.open(file(), 10))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another danmu");
    first.close();
    SqliteArchive.open(file(), 10).close();
  }

  @Test
  void aFullDiskCostsTheArchiveOnlyWhatCameMeanwhile() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(dir, 4 * MIB)) {
      SqliteArchive archive = SqliteArchive.open(disk.dir().resolve("hub.db"), 100_000);
      try (EventLog log = EventLog.archived(50, 64 * MIB, archive)) {
        say(log, 1, 100);
        awaitArchived(archive, 100);
        Path ballast = disk.fillUp();
        say(log, 101, 3_000);
        await().atMost(Duration.ofSeconds(20)).until(() -> log.notArchived() > 0);
        assertThat(log.read(2_990, Filter.ALL, 10).entries()).as("from memory").hasSize(10);
        Files.delete(ballast);
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(
                () -> {
                  say(log, 1, 1);
                  assertThat(archive.read(log.last() - 1, 1)).hasSize(1);
                });
        long lost = log.notArchived();
        say(log, 1, 10);
        awaitArchived(archive, log.last());
        assertThat(log.notArchived()).as("nothing more is lost").isEqualTo(lost);
        Returned reader = Returned.to(log, 0);
        assertThat(reader.whole()).as("what it got and what it was told that it missed").isTrue();
        assertThat(reader.missed()).isPositive().isLessThanOrEqualTo(lost);
      }
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedInWords() throws Exception {
    Files.writeString(file(), "this is not a database, it only looks like a file".repeat(50));
    assertThatThrownBy(() -> SqliteArchive.open(file(), 10))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be used as the hub's archive");
  }
}
