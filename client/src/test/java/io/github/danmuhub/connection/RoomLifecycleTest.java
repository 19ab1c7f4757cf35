package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.connection.FakeDialler.FakeSocket;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Headers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the phases, when things go well and when a socket is lost. */
class RoomLifecycleTest {
  @Test
  void aRoomGoesThroughItsPhasesToLive() {
    TestRoom room = new TestRoom().live();
    assertThat(room.states())
        .containsExactly(State.RESOLVING, State.CONNECTING, State.AUTHENTICATING, State.LIVE);
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
    assertThat(room.dialler.last().sent).containsExactly("auth");
    assertThat(room.session.lookups).containsExactly(Resolve.FIRST);
  }

  @Test
  void everyStepOfAnAttemptSaysWhichAttemptItIs() {
    TestRoom room = new TestRoom().live();
    assertThat(room.connections()).extracting(Connection::attempt).containsExactly(1, 1, 1, 0);
    assertThat(room.connections()).allSatisfy(step -> assertThat(step.detail()).isNotEmpty());
  }

  @Test
  void aStepNeverTellsTheSecretsOfAnAddress() {
    TestRoom room = new TestRoom().live();
    assertThat(room.connections().get(1).detail()).isEqualTo("dialling wss://a");
  }

  @Test
  void aStepNeverTellsTheUserOfAnAddress() {
    TestRoom room = new TestRoom();
    URI uri = URI.create("wss://user:password@a:444/sub");
    room.find(new Dial.WebSocket(uri, Headers.NONE, TestRoom.PACE));
    room.open();
    assertThat(room.last().detail()).isEqualTo("dialling wss://a:444");
  }

  @Test
  void anOpenSocketAloneIsNotLive() {
    TestRoom room = new TestRoom().open();
    room.dialler.last().open();
    room.dialler.last().hear("chat 1");
    assertThat(room.connection.state()).isEqualTo(State.AUTHENTICATING);
  }

  @Test
  void aLostSocketIsFollowedByTheNextHost() {
    TestRoom room = new TestRoom().live();
    room.dialler.last().lose("reset by peer");
    assertThat(room.last().state()).isEqualTo(State.WAITING);
    assertThat(room.last().detail()).isEqualTo("the connection is gone: reset by peer");
    assertThat(room.last().code()).isEqualTo(1006);
    assertThat(room.last().attempt()).isEqualTo(2);
    assertThat(room.last().nextInMs()).isBetween(0L, 1_000L);
    room.passBackOff();
    assertThat(room.dialler.last().host()).isEqualTo("b");
    room.comeLive();
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
    assertThat(room.connection.health().counts().reconnects()).isEqualTo(1);
  }

  @Test
  void whatFullQueuesLoseIsCountedForTheRoomOnceForEachQueue() {
    TestRoom room = new TestRoom();
    room.lost = 2;
    room.open();
    assertThat(room.events).isNotEmpty();
    assertThat(room.connection.health().counts().dropped()).isEqualTo(2L * room.events.size());
  }

  @Test
  void afterTheLastHostTheRoomIsLookedUpAgain() {
    TestRoom room = new TestRoom().open();
    room.dialler.last().lose("refused");
    room.passBackOff();
    room.dialler.last().lose("refused");
    room.passBackOff();
    assertThat(room.session.lookups).containsExactly(Resolve.FIRST, Resolve.STALE);
    assertThat(room.dialler.sockets).extracting(FakeSocket::host).containsExactly("a", "b", "a");
  }

  @Test
  void retryDialsTheSameHost() {
    TestRoom room = new TestRoom().live();
    room.session.verdict = () -> Verdict.RETRY;
    room.dialler.last().lose("");
    room.passBackOff();
    assertThat(room.dialler.sockets).extracting(FakeSocket::host).containsExactly("a", "a");
  }

  @Test
  void aRefusedTokenIsLookedUpAfresh() {
    TestRoom room = new TestRoom().open();
    room.dialler.last().open();
    room.dialler.last().hear("leave RESOLVE");
    assertThat(room.last().state()).isEqualTo(State.WAITING);
    assertThat(room.last().code()).isEqualTo(-101);
    assertThat(room.last().detail()).isEqualTo("the token is refused");
    room.passBackOff();
    assertThat(room.session.lookups).containsExactly(Resolve.FIRST, Resolve.REFUSED);
    assertThat(room.session.calls).doesNotContain("closed");
  }

  @Test
  void aLookupAfterALiveSocketIsAStaleOne() {
    TestRoom room = new TestRoom().live();
    room.dialler.last().hear("leave RESOLVE");
    room.passBackOff();
    assertThat(room.session.lookups).containsExactly(Resolve.FIRST, Resolve.STALE);
  }

  @Test
  void aSocketGivenUpIsDropped() {
    TestRoom room = new TestRoom().live();
    FakeSocket socket = room.dialler.last();
    socket.hear("leave RETRY");
    assertThat(socket.dropped).isTrue();
  }

  @Test
  void failedIsForGood() {
    TestRoom room = new TestRoom().live();
    room.dialler.last().hear("leave FAILED");
    assertThat(room.last().state()).isEqualTo(State.FAILED);
    assertThat(room.last().code()).isEqualTo(-101);
    assertThat(room.session.calls).containsOnlyOnce("end").endsWith("end");
    assertThat(room.connection.over().toCompletableFuture()).isCompletedWithValue(State.FAILED);
    int told = room.events.size();
    room.loop.advance(600_000);
    assertThat(room.events).hasSize(told);
    assertThat(room.loop.pending()).isZero();
  }

  @Test
  void aGapTellsWhatWeDidNotHear() {
    TestRoom room = new TestRoom().live();
    long lastHeard = room.loop.wallMs();
    room.loop.advance(7_000);
    room.dialler.last().lose("reset by peer");
    room.passBackOff();
    room.comeLive();
    assertThat(room.all(Gap.class))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.from()).isEqualTo(lastHeard);
              assertThat(gap.to()).isEqualTo(room.loop.wallMs());
              assertThat(gap.why()).contains("reset by peer");
            });
  }

  @Test
  void aSocketThatIsLostBeforeItsFirstFrameIsMissedSinceItWasLive() {
    TestRoom room = new TestRoom();
    room.session.opening = (dial, out) -> out.live();
    room.open().dialler.last().open();
    long live = room.loop.wallMs();
    room.loop.advance(3_000);
    room.dialler.last().lose("reset by peer");
    room.passBackOff();
    room.dialler.last().open();
    assertThat(room.all(Gap.class)).singleElement().matches(gap -> gap.from() == live);
  }

  @Test
  void gapsDoNotOverlap() {
    TestRoom room = new TestRoom();
    room.session.opening = (dial, out) -> out.live();
    room.open().dialler.last().open();
    for (int socket = 0; socket < 3; socket++) {
      room.loop.advance(3_000);
      room.dialler.last().lose("reset by peer");
      room.passBackOff();
      room.dialler.last().open();
    }
    List<Gap> gaps = room.all(Gap.class);
    assertThat(gaps).hasSize(3);
    assertThat(gaps.get(1).from()).isEqualTo(gaps.get(0).to());
    assertThat(gaps.get(2).from()).isEqualTo(gaps.get(1).to());
  }

  @Test
  void aSessionThatMissedNothingHasNoGapThisOnce() {
    TestRoom room = new TestRoom().live();
    room.dialler.last().lose("for a better line");
    room.passBackOff();
    room.dialler.last().open();
    room.dialler.last().hear("caughtup+welcome");
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
    assertThat(room.all(Gap.class)).isEmpty();
    room.dialler.last().lose("reset by peer");
    room.passBackOff();
    room.comeLive();
    assertThat(room.all(Gap.class)).hasSize(1);
  }

  @Test
  void aRoomThatWasNeverLiveHasNoGap() {
    TestRoom room = new TestRoom().open();
    room.dialler.last().lose("refused");
    room.passBackOff();
    room.comeLive();
    assertThat(room.all(Gap.class)).isEmpty();
  }

  @Test
  void theGapBeginsWithTheFirstLossHoweverOftenWeTry() {
    TestRoom room = new TestRoom().live();
    long lastHeard = room.loop.wallMs();
    room.dialler.last().lose("first");
    room.passBackOff();
    room.dialler.last().lose("second");
    room.passBackOff();
    room.comeLive();
    assertThat(room.all(Gap.class)).singleElement().matches(gap -> gap.from() == lastHeard);
  }

  @Test
  void whatAnOldSocketStillSaysIsNobodys() {
    TestRoom room = new TestRoom().live();
    FakeSocket old = room.dialler.last();
    old.hear("leave NEXT_DIAL");
    room.passBackOff();
    old.hear("chat late");
    old.lose("late");
    assertThat(room.all(Chat.class)).isEmpty();
    room.comeLive();
    old.lose("later");
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
  }

  @Test
  void aSocketThatOpensAfterItWasGivenUpIsClosed() {
    TestRoom room = new TestRoom().open();
    FakeSocket slow = room.dialler.last();
    room.loop.advance(Timing.standard().deadlines().connectMs());
    assertThat(room.last().detail()).isEqualTo("no connection within 30000 ms");
    slow.open();
    assertThat(slow.closedWith).isEqualTo(1000);
    assertThat(room.session.calls).doesNotContain("open");
  }

  @Test
  void aRoomIsOpenedOnce() {
    TestRoom room = new TestRoom().open();
    assertThatThrownBy(room.connection::open).hasMessage("test:1 was opened before");
  }
}
