package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.connection.FakeDialler.FakeSocket;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.testing.VirtualLoop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often and how soon a lost room is tried again. */
class ComingBackTest {
  private final TestRoom room = new TestRoom();

  @Test
  void roomsThatLoseTheirServerTogetherDoNotComeBackTogether() {
    Courtesy courtesy = TestRoom.pace(100);
    VirtualLoop clock = new VirtualLoop();
    List<TestRoom> rooms =
        Stream.generate(() -> new TestRoom(clock, courtesy)).limit(50).map(TestRoom::open).toList();
    clock.advance(5_000);
    rooms.forEach(one -> one.dialler.last().lose("the server is down"));
    int before = dials(rooms);
    long began = clock.ticks();
    while (dials(rooms) < before + 50) {
      int soFar = dials(rooms);
      clock.advance(100);
      assertThat(dials(rooms) - soFar).as("dials in 100 ms").isLessThanOrEqualTo(1);
    }
    assertThat(clock.ticks() - began).isBetween(4_900L, 20_000L);
  }

  private static int dials(List<TestRoom> rooms) {
    return rooms.stream().mapToInt(one -> one.dialler.sockets.size()).sum();
  }

  @Test
  void aServerThatIsDownForTenSecondsIsTriedUntilItIsBack() {
    room.live();
    room.dialler.last().lose("reset");
    long back = room.loop.wallMs() + 10_000;
    while (room.loop.wallMs() < back) {
      room.loop.advance(50);
      if (room.connection.state() == State.CONNECTING) {
        room.dialler.last().lose("connection refused");
      }
    }
    FakeSocket last = room.dialler.last();
    assertThat(room.dialler.sockets).hasSizeGreaterThan(3);
    room.passBackOff();
    assertThat(room.dialler.last()).isNotSameAs(last);
    room.comeLive();
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
  }

  @Test
  void thereIsNoLastAttempt() {
    room.open();
    for (int attempt = 0; attempt < 500; attempt++) {
      room.dialler.last().lose("connection refused");
      room.passBackOff();
    }
    assertThat(room.last().attempt()).isEqualTo(501);
    room.comeLive();
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
  }

  @Test
  void thirtySecondsLiveForgiveTheFailuresBefore() {
    room.open();
    room.dialler.last().lose("refused");
    room.passBackOff();
    room.dialler.last().lose("refused");
    room.passBackOff();
    room.comeLive();
    room.loop.advance(30_000);
    room.dialler.last().lose("reset");
    assertThat(room.last()).extracting(Connection::attempt).isEqualTo(2);
  }

  @Test
  void aShortLifeForgivesNothing() {
    room.open();
    room.dialler.last().lose("refused");
    room.passBackOff();
    room.comeLive();
    room.loop.advance(29_999);
    room.dialler.last().lose("reset");
    assertThat(room.last()).extracting(Connection::attempt).isEqualTo(3);
  }
}
