package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import java.net.URI;
import java.nio.ByteBuffer;
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
          socket.lose("late");
        });
    room.loop.advance(3_600_000);
    assertThat(room.events).hasSize(told);
    assertThat(room.connection.state()).isEqualTo(State.ENDED);
    assertThat(room.loop.pending()).isZero();
    assertThat(room.session.calls).containsOnlyOnce("end").endsWith("end");
  }

  @Test
  void aRoomThatIsClosedBeforeItIsOpenedLooksNothingUp() {
    close();
    room.open();
    assertThat(room.session.lookups).isEmpty();
  }

  @Test
  void aRoomThatIsClosedWhileResolvingDialsNothing() {
    CompletableFuture<List<Dial>> lookup = new CompletableFuture<>();
    room.session.lookup = () -> lookup;
    room.open();
    close();
    lookup.complete(List.of(TestRoom.dial("a")));
    assertThat(room.dialler.sockets).isEmpty();
  }

  @Test
  void aRoomThatIsClosedWhileConnectingEnds() {
    room.open();
    close();
  }

  @Test
  void aRoomThatIsClosedWhileAuthenticatingClosesItsSocketInOrder() {
    room.open();
    room.dialler.last().open();
    close();
    assertThat(room.dialler.last().closedWith).isEqualTo(1000);
  }

  @Test
  void aRoomThatIsClosedWhileLiveClosesItsSocketInOrder() {
    room.session.opening = (dial, out) -> out.wakeAt(room.loop.ticks() + 30_000);
    room.live();
    close();
    assertThat(room.dialler.last().closedWith).isEqualTo(1000);
  }

  @Test
  void aRoomThatIsClosedWhileWaitingEnds() {
    room.live();
    room.dialler.last().lose("reset");
    close();
  }

  @Test
  void aRoomCanBeClosedFromWithinItsOwnListener() {
    room = new TestRoom(event -> room.connection.close());
    room.open();
    assertThat(room.states()).contains(State.RESOLVING);
  }

  @Test
  void whatTheSessionStillHoldsIsToldBeforeEnded() {
    room.session.ending = (now, out) -> out.emit(ScriptedSession.chat("held", now));
    room.live();
    close();
    assertThat(room.events).hasSizeGreaterThan(2);
    LiveEvent held = room.events.get(room.events.size() - 2);
    assertThat(held).isInstanceOf(Chat.class);
    assertThat(held.origin().id()).isEqualTo("held");
  }

  @Test
  void whatWasToldAlreadyIsNotToldAgainAtTheEnd() {
    room.session.ending = (now, out) -> out.emit(ScriptedSession.chat("1", now));
    room.live();
    room.dialler.last().hear("chat 1");
    close();
    assertThat(room.all(Chat.class)).hasSize(1);
  }

  @Test
  void atItsEndASessionCanDoNothingButTell() {
    room.session.ending =
        (now, out) -> {
          out.live();
          out.send(FrameKind.TEXT, ByteBuffer.allocate(1));
          out.heartbeat(FrameKind.TEXT, ByteBuffer.allocate(1));
          out.answered();
          out.poll(HttpCall.get(URI.create("https://a/"), Headers.NONE));
          out.poll(HttpCall.get(URI.create("https://a/"), Headers.NONE), 1_000);
          out.wakeAt(out.ticks() + 1_000);
          out.reconnect(Setback.again(0, "never"));
        };
    room.live();
    int sent = room.dialler.last().sent.size();
    close();
    room.loop.advance(2_000);
    assertThat(room.dialler.last().sent).hasSize(sent);
    assertThat(room.dialler.sockets).hasSize(1);
  }

  @Test
  void aSessionThatStumblesAtItsEndStillEnds() {
    room.session.ending =
        (now, out) -> {
          throw new IllegalStateException("a bug");
        };
    room.live();
    close();
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
