package io.github.danmuhub.kafka.worker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.kafka.control.Free;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrewTest {
  private static final RoomRef ONE = new RoomRef("bilibili", "1");
  private static final RoomRef TWO = new RoomRef("bilibili", "2");
  private static final RoomRef ODD = new RoomRef("bilibili", "odd");

  private final List<String> done = new ArrayList<>();
  private final Map<RoomRef, RoomStatus> open = new HashMap<>();
  private final Map<RoomRef, RoomHost.Past> pasts = new HashMap<>();

  private final class Hub implements RoomHost {
    @Override
    public boolean open(RoomRef room, RoomRecord wanted, @Nullable Past past)
        throws RoomRefusedException {
      if (room.equals(ODD)) {
        throw new RoomRefusedException(
            RoomRefusedException.Reason.UNKNOWN, Phrase.foreign("no such room"));
      }
      boolean isNew = !open.containsKey(room);
      String since = past == null ? "" : " since " + past.until();
      done.add((isNew ? "opens " : "finds ") + room.room() + since);
      open.put(room, status(room, Connection.State.LIVE, 40));
      return isNew;
    }

    @Override
    public void close(RoomRef room) {
      done.add("closes " + room.room());
      open.remove(room);
    }

    @Override
    public Map<RoomRef, RoomStatus> rooms() {
      return Map.copyOf(open);
    }
  }

  private final class Told implements TenureListener {
    @Override
    public void began(Collection<RoomRef> rooms, long epoch) {
      done.add("epoch " + epoch + " of " + rooms.size());
    }

    @Override
    public void ended(Collection<RoomRef> rooms) {
      done.add("end of " + rooms.size());
    }
  }

  private static RoomStatus status(RoomRef room, Connection.State state, long silence) {
    Connection.Health health = new Connection.Health(silence, -1, Connection.Counts.NONE);
    return new RoomStatus(room.platform(), room.room(), state, null, health);
  }

  private Crew crew(Map<String, Integer> bounds) {
    return new Crew(new Hub(), new Slots(bounds), rooms -> pasts, new Told());
  }

  private static void makes(Crew crew, Map<RoomRef, Wanted> wanted) {
    crew.hangUp(wanted);
    crew.dial(wanted, () -> false);
  }

  private static Wanted in(int partition, long epoch) {
    return new Wanted(partition, epoch, RoomRecord.plain(1));
  }

  @Test
  void aRoomThatIsAddedTouchesNoOther() {
    Crew crew = crew(Map.of());
    makes(crew, Map.of(ONE, in(3, 7)));
    makes(crew, Map.of(ONE, in(3, 7), TWO, in(3, 7)));
    assertThat(done).containsExactly("epoch 7 of 1", "opens 1", "epoch 7 of 1", "opens 2");
  }

  @Test
  void theGapOfARoomBeginsWhereSomebodyHeardItLastAndThoseThatWereLiveComeFirst() {
    pasts.put(TWO, new RoomHost.Past("cat-2", 5_000, true));
    makes(crew(Map.of()), Map.of(ONE, in(3, 7), TWO, in(3, 7)));
    assertThat(done).containsExactly("epoch 7 of 2", "opens 2 since 5000", "opens 1");
  }

  @Test
  void anotherTenureOfTheSameSocketIsToldAndNothingIsDialled() {
    Crew crew = crew(Map.of());
    makes(crew, Map.of(ONE, in(3, 7)));
    done.clear();
    makes(crew, Map.of(ONE, in(3, 9)));
    assertThat(done).containsExactly("epoch 9 of 1");
  }

  @Test
  void whatIsWantedOtherwiseIsDialledAgain() {
    Crew crew = crew(Map.of());
    makes(crew, Map.of(ONE, in(3, 7)));
    done.clear();
    RoomRecord tcp = new RoomRecord(2, Map.of("transport", "tcp"), "", "", RoomRecord.NOWHERE);
    makes(crew, Map.of(ONE, new Wanted(3, 7, tcp)));
    assertThat(done).containsExactly("closes 1", "end of 1", "epoch 7 of 1", "opens 1");
  }

  @Test
  void aRoomOfTheUsersOwnFileStaysWhenThePartitionGoes() {
    open.put(ONE, status(ONE, Connection.State.LIVE, 0));
    Crew crew = crew(Map.of());
    makes(crew, Map.of(ONE, in(3, 7)));
    makes(crew, Map.of());
    assertThat(done).containsExactly("epoch 7 of 1", "finds 1", "end of 1");
  }

  @Test
  void whatFitsNowhereWaitsAndIsDialledWhenThereIsASlot() {
    Crew crew = crew(Map.of(Free.all(), 1));
    makes(crew, Map.of(ONE, in(3, 7)));
    Map<RoomRef, Wanted> both = Map.of(ONE, in(3, 7), TWO, in(4, 7));
    makes(crew, both);
    makes(crew, both);
    assertThat(done).as("it costs nothing").containsExactly("epoch 7 of 1", "opens 1");
    assertThat(crew.homeless()).containsOnlyKeys(TWO);
    assertThat(state(crew.states(1_000), 4, TWO).is()).isEqualTo(Heard.NO_SLOT);
    makes(crew, Map.of(TWO, in(4, 7)));
    assertThat(done).endsWith("closes 1", "end of 1", "epoch 7 of 1", "opens 2");
  }

  private static Heard.State state(
      Map<Integer, Map<RoomRef, Heard.State>> states, int partition, RoomRef room) {
    return requireNonNull(requireNonNull(states.get(partition)).get(room));
  }

  @Test
  void aRefusedRoomIsToldAndTriedAgainOnlyWhenSomebodyAsksForItAgain() {
    Crew crew = crew(Map.of());
    makes(crew, Map.of(ODD, in(3, 7)));
    makes(crew, Map.of(ODD, in(3, 7)));
    assertThat(done).containsExactly("epoch 7 of 1");
    Heard.State state = state(crew.states(1_000), 3, ODD);
    assertThat(state).isEqualTo(new Heard.State(0, "refused", "no such room"));
    makes(crew, Map.of(ODD, new Wanted(3, 7, RoomRecord.plain(2))));
    assertThat(done).hasSize(3);
  }

  @Test
  void itSaysUntilWhenEachRoomWasHeardForCertain() {
    pasts.put(TWO, new RoomHost.Past("cat-2", 5_000, true));
    Crew crew = crew(Map.of());
    makes(crew, Map.of(ONE, in(3, 7), TWO, in(3, 7)));
    open.put(TWO, status(TWO, Connection.State.RESOLVING, -1));
    Map<RoomRef, Heard.State> states = requireNonNull(crew.states(100_000).get(3));
    assertThat(states.get(ONE)).isEqualTo(new Heard.State(99_960, "live", null));
    assertThat(states.get(TWO)).isEqualTo(new Heard.State(5_000, "resolving", null));
  }

  @Test
  void aNewWishEndsTheDiallingOfAnOldOne() {
    Crew crew = crew(Map.of());
    crew.dial(Map.of(ONE, in(3, 7), TWO, in(3, 7)), () -> true);
    assertThat(open).isEmpty();
  }
}
