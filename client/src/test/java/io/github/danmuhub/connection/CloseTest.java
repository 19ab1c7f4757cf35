package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing works in every phase, once, and is the last that is heard of a room. */
class CloseTest {
  private TestRoom room = new TestRoom();

  private void close() {
    room.connection.close();
    room.connection.close();
    room.loop.run();
  }

  @AfterEach
  void nothingComesAfterEnded() {
    assertThat(room.states()).endsWith(State.ENDED).containsOnlyOnce(State.ENDED);
    assertThat(room.connection.over().toCompletableFuture()).isCompletedWithValue(State.ENDED);
    int told = room.events.size();
    room.dialler.sockets.forEach(
        socket -> {
          socket.open();
          socket.hear("welcome+chat 1+bad");
          socket.drop("late");
        });
    room.loop.advance(3_600_000);
    assertThat(room.events).hasSize(told);
    assertThat(room.connection.state()).isEqualTo(State.ENDED);
    assertThat(room.loop.pending()).isZero();
  }

  @Test
  void beforeItIsOpened() {
    close();
    room.open();
    assertThat(room.session.lookups).isEmpty();
  }

  @Test
  void whileResolving() {
    CompletableFuture<List<Dial>> lookup = new CompletableFuture<>();
    room.session.lookup = () -> lookup;
    room.open();
    close();
    lookup.complete(List.of(TestRoom.dial("a")));
    assertThat(room.dialler.sockets).isEmpty();
  }

  @Test
  void whileConnecting() {
    room.open();
    close();
  }

  @Test
  void whileAuthenticating() {
    room.open();
    room.dialler.last().open();
    close();
    assertThat(room.dialler.last().closedWith).isEqualTo(1000);
  }

  @Test
  void whileLive() {
    room.session.opening = (dial, out) -> out.wakeAt(room.loop.now() + 30_000);
    room.live();
    close();
    assertThat(room.dialler.last().closedWith).isEqualTo(1000);
  }

  @Test
  void whileWaiting() {
    room.live();
    room.dialler.last().drop("reset");
    close();
  }

  @Test
  void fromWithinItsOwnListener() {
    room = new TestRoom(event -> room.connection.close());
    room.open();
    assertThat(room.states()).contains(State.RESOLVING);
  }

  @Test
  void oneRoomTouchesNoOther() {
    TestRoom other = new TestRoom().live();
    room.live();
    close();
    assertThat(other.connection.state()).isEqualTo(State.LIVE);
    assertThat(other.dialler.last().closedWith).isZero();
  }
}
