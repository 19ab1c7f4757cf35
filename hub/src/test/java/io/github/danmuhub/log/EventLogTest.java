package io.github.danmuhub.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final long MIB = 1 << 20;

  private static LiveEvent chat(String room, String text) {
    return Chat.of(Origin.ours("bilibili", room, 1), User.of("1", "n"), text);
  }

  private static EventLog log(int maxEvents, int events) {
    EventLog log = EventLog.inMemory(maxEvents, MIB);
    for (int i = 1; i <= events; i++) {
      log.append(chat("1", "m" + i));
    }
    return log;
  }

  private static List<Long> seqs(Page page) {
    return page.entries().stream().map(Entry::seq).toList();
  }

  @Test
  void numbersCountFromOneAndAPageEndsAtItsLimit() throws Exception {
    Page page = log(10, 3).read(0, Filter.ALL, 2);
    assertThat(seqs(page)).containsExactly(1L, 2L);
    assertThat(page.next()).isEqualTo(2);
    assertThat(page.more()).isTrue();
    assertThat(page.missed()).isZero();
  }

  @Test
  void aReaderThatComesTooLateIsToldHowManyItMissed() throws Exception {
    Page page = log(10, 25).read(3, Filter.ALL, 100);
    assertThat(page.missed()).isEqualTo(12);
    assertThat(seqs(page)).startsWith(16L).endsWith(25L).hasSize(10);
  }

  @Test
  void aGapIsExactlyWhatTheArchiveRefusedAndTheMemoryNoLongerHas() throws Exception {
    FakeDisk archive = new FakeDisk();
    try (EventLog log = EventLog.onDisk(50, MIB, archive)) {
      say(log, 100);
      archive.refuse(true);
      say(log, 2_900);
      archive.refuse(false);
      say(log, 20); // so that the hole in the archive reaches into what is still in memory
      Returned reader = Returned.to(log, 0);
      assertThat(reader.whole()).isTrue();
      assertThat(reader.seqs()).hasSize(150).startsWith(1L).contains(100L, 2_971L).endsWith(3_020L);
      assertThat(reader.missed()).isEqualTo(2_870);
    }
  }

  private static void say(EventLog log, int times) {
    for (int i = 0; i < times; i++) {
      log.append(chat("1", "m"));
    }
  }

  @Test
  void theWindowIsBoundedByBytesToo() throws Exception {
    EventLog log = EventLog.inMemory(1_000, 2_000);
    for (int i = 0; i < 100; i++) {
      log.append(chat("1", "x".repeat(100)));
    }
    assertThat(log.retainedBytes()).isLessThanOrEqualTo(2_000);
    assertThat(log.retainedEvents()).isBetween(1, 20);
  }

  @Test
  void whatAFilterPassesOverMovesTheCursorAllTheSame() throws Exception {
    EventLog log = log(10, 5);
    log.append(chat("2", "other"));
    Selection other = new Selection(Set.of("bilibili:2"), Set.of("chat"));
    Page page = log.read(0, Filter.of(other), 1);
    assertThat(seqs(page)).containsExactly(6L);
    log.append(chat("1", "again"));
    assertThat(log.read(6, Filter.of(other), 1).next()).isEqualTo(7);
    assertThat(log.read(0, Filter.NONE, 1).isEmpty()).isTrue();
  }

  @Test
  void aPageStaysBelowItsBytes() throws Exception {
    EventLog log = EventLog.inMemory(100, 10 * MIB);
    for (int i = 0; i < 10; i++) {
      log.append(chat("1", "x".repeat(12_000)));
    }
    assertThat(log.read(0, Filter.ALL, 100).entries()).hasSize(2);
  }

  @Test
  void aCursorOfAnotherHubOrOfTheFutureIsRefused() throws CursorException {
    EventLog log = log(10, 2);
    assertThat(log.position(Cursor.parse(log.cursor(1).toString()))).isEqualTo(1);
    assertThatThrownBy(() -> log.position(log(1, 1).cursor(1)))
        .isInstanceOfSatisfying(
            CursorException.class,
            e -> assertThat(e.reason()).isEqualTo(CursorException.Reason.OTHER_HUB));
    assertThatThrownBy(() -> log.position(log.cursor(3)))
        .isInstanceOfSatisfying(
            CursorException.class,
            e -> assertThat(e.reason()).isEqualTo(CursorException.Reason.FUTURE));
    assertThatThrownBy(() -> Cursor.parse("'; drop table event"))
        .isInstanceOf(CursorException.class);
  }

  @Test
  void aRawMessageWithLineBreaksStaysOnOneLine() throws Exception {
    EventLog log = EventLog.inMemory(10, MIB);
    Origin origin = Origin.ours("bilibili", "1", 1).withRaw(Raw.json("{\n\"a\":1}\r\n"));
    log.append(new Unknown(origin, "X"));
    assertThat(new String(log.read(0, Filter.ALL, 1).entries().get(0).json(), UTF_8))
        .doesNotContain("\n", "\r");
  }
}
