package io.github.danmuhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A room that another worker heard before: where the gap of its successor begins. */
class HeardElsewhereTest {
  private static final RoomRef ROOM = new RoomRef("bilibili", "1");

  private final List<Gap> gaps = new ArrayList<>();

  private void happens(Absences log, LiveEvent... events) {
    for (LiveEvent event : events) {
      gaps.addAll(log.before(event));
    }
  }

  private static LiveEvent is(State state, long at) {
    Health health = new Health(-1, -1, new Connection.Counts(0, 0, 0, 0, 0, 0, 0));
    return new Connection(origin(at), state, null, 0, 1, 0, health);
  }

  private static LiveEvent chat(long at) {
    return Chat.of(origin(at), User.of("1", "n"), "hi");
  }

  private static Origin origin(long at) {
    return Origin.ours(ROOM.platform(), ROOM.room(), at);
  }

  @Test
  void theGapOfASuccessorBeginsWhereTheOtherHeardTheRoomLast() {
    Absences log = new Absences();
    log.elsewhere(ROOM, 5_000, "cat-1 heard it before");
    happens(log, is(State.RESOLVING, 11_000), is(State.LIVE, 12_000), chat(12_001), chat(12_500));
    assertThat(gaps)
        .extracting(Gap::from, Gap::to, Gap::why)
        .containsExactly(tuple(5_000L, 12_000L, "cat-1 heard it before"));
  }

  @Test
  void itIsOneGapAlsoWhereTheLogKnewTheRoomFromAnEarlierTime() {
    Absences log = Absences.since(Map.of(ROOM, 1_000L), Map.of());
    log.elsewhere(ROOM, 5_000, "cat-1 heard it before");
    happens(log, is(State.RESOLVING, 11_000), is(State.LIVE, 12_000), chat(12_001));
    assertThat(gaps)
        .extracting(Gap::from, Gap::to, Gap::why)
        .containsExactly(tuple(5_000L, 12_000L, "cat-1 heard it before"));
  }

  @Test
  void aRoomThatCameAndWentAndComesAgainHasAGapOfTheLastAbsenceOnly() {
    Absences log = new Absences();
    happens(log, is(State.LIVE, 1_000), chat(2_000), is(State.ENDED, 2_100));
    log.elsewhere(ROOM, 60_000, "cat-2 heard it before");
    happens(log, is(State.LIVE, 61_000));
    assertThat(gaps).extracting(Gap::from, Gap::to).containsExactly(tuple(60_000L, 61_000L));
  }

  @Test
  void whatThisLogHeardLaterThanTheOtherCounts() {
    Absences log = new Absences();
    happens(log, is(State.LIVE, 1_000), chat(9_000), is(State.ENDED, 9_100));
    log.elsewhere(ROOM, 8_500, "cat-1 heard it before");
    happens(log, is(State.LIVE, 10_000));
    assertThat(gaps)
        .extracting(Gap::from, Gap::to, Gap::why)
        .containsExactly(tuple(9_000L, 10_000L, "the room was closed"));
  }

  @Test
  void attemptsThatFailBeforeTheFirstSuccessMakeNoSecondGap() {
    Absences log = new Absences();
    log.elsewhere(ROOM, 5_000, "cat-1 heard it before");
    happens(log, is(State.RESOLVING, 6_000), is(State.WAITING, 7_000), is(State.LIVE, 12_000));
    assertThat(gaps).extracting(Gap::from, Gap::to).containsExactly(tuple(5_000L, 12_000L));
  }

  @Test
  void theTimeIsKeptWhereTheHubEndsBeforeItHearsTheRoom() {
    Absences log = new Absences();
    log.elsewhere(ROOM, 5_000, "cat-1 heard it before");
    assertThat(log.heard()).containsEntry(ROOM, 5_000L);
  }
}
