package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.testing.VirtualLoop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PacerTest {
  @Test
  void theFirstGoesAtOnceAndTheOthersOneByOne() {
    Pacer pacer = new Pacer(200);
    assertThat(pacer.reserve(1_000)).isEqualTo(1_000);
    assertThat(pacer.reserve(1_000)).isEqualTo(1_200);
    assertThat(pacer.reserve(1_100)).isEqualTo(1_400);
  }

  @Test
  void aPauseIsNotSavedUp() {
    Pacer pacer = new Pacer(200);
    pacer.reserve(1_000);
    assertThat(pacer.reserve(60_000)).isEqualTo(60_000);
    assertThat(pacer.reserve(60_000)).isEqualTo(60_200);
  }

  @Test
  void aClockThatIsSetBackMakesNobodyWaitForTheOldTime() {
    Pacer pacer = new Pacer(200);
    pacer.reserve(36_000_000);
    assertThat(pacer.reserve(36_000_000)).isEqualTo(36_000_200);
    assertThat(pacer.reserve(1_000)).isEqualTo(1_400);
    assertThat(pacer.reserve(1_000)).isEqualTo(1_600);
    assertThat(pacer.reserve(5_000)).isEqualTo(5_000);
  }

  @Test
  void roomsOfOnePlatformTakeTurns() {
    Pacer pacer = new Pacer(200);
    List<TestRoom> rooms =
        Stream.generate(() -> new TestRoom(event -> {}, pacer)).limit(3).toList();
    rooms.forEach(TestRoom::open);
    assertThat(rooms).extracting(room -> room.dialler.sockets.size()).containsExactly(1, 0, 0);
    rooms.forEach(room -> room.loop.advance(200));
    assertThat(rooms).extracting(room -> room.dialler.sockets.size()).containsExactly(1, 1, 0);
  }

  @Test
  void aRoomThatWaitsForItsTurnSaysSo() {
    Pacer pacer = new Pacer(200);
    VirtualLoop clock = new VirtualLoop();
    List<TestRoom> rooms = Stream.generate(() -> new TestRoom(clock, pacer)).limit(3).toList();
    rooms.forEach(TestRoom::open);
    assertThat(rooms.get(2).last().detail())
        .isEqualTo("its turn comes in 400 ms, after other rooms");
    clock.advance(400);
    rooms.forEach(room -> room.dialler.last().lose("the server is down"));
    TestRoom last = sitOutTheBackOff(rooms, clock);
    Connection waiting = last.last();
    assertThat(waiting.detail()).isEqualTo("the connection is gone: the server is down");
    assertThat(waiting.attempt()).isEqualTo(2);
    clock.advance(waiting.nextInMs() - 1);
    assertThat(last.connection.state()).isEqualTo(State.WAITING);
    clock.advance(1);
    assertThat(last.connection.state()).isEqualTo(State.CONNECTING);
  }

  /** The room whose back-off is over, but whose turn another room has. */
  private static TestRoom sitOutTheBackOff(List<TestRoom> rooms, VirtualLoop clock) {
    for (int ms = 0; ms < 1_000; ms++) {
      clock.advance(1);
      for (TestRoom room : rooms) {
        if (room.states().stream().filter(State.WAITING::equals).count() == 2) {
          return room;
        }
      }
    }
    throw new AssertionError("no room waited for its turn");
  }

  @Test
  void aRoomClosedBeforeItsTurnNeverDials() {
    Pacer pacer = new Pacer(200);
    pacer.reserve(new VirtualLoop().ticks());
    TestRoom room = new TestRoom(event -> {}, pacer).open();
    room.connection.close();
    room.loop.advance(1_000);
    assertThat(room.states()).containsExactly(State.RESOLVING, State.ENDED);
    assertThat(room.dialler.sockets).isEmpty();
  }
}
