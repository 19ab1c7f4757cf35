package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Connection.State;
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
  void aRoomClosedBeforeItsTurnNeverDials() {
    Pacer pacer = new Pacer(200);
    pacer.reserve(new VirtualLoop().now());
    TestRoom room = new TestRoom(event -> {}, pacer).open();
    room.connection.close();
    room.loop.advance(1_000);
    assertThat(room.states()).containsExactly(State.ENDED);
    assertThat(room.dialler.sockets).isEmpty();
  }
}
