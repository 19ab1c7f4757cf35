package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Every failure leads to waiting, in words, and from there to live again. */
class FailurePathsTest {
  private final TestRoom room = new TestRoom();

  private void comesLiveAgain() {
    room.find(TestRoom.dial("a"), TestRoom.dial("b"));
    room.passBackOff();
    room.comeLive();
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
  }

  private void waitsBecause(int code, String why) {
    assertThat(room.connection.state()).isEqualTo(State.WAITING);
    assertThat(room.last().detail()).isEqualTo(why);
    assertThat(room.last().code()).isEqualTo(code);
  }

  @Test
  void aLookupThatAsksToComeAgainLaterIsRepeatedAsItWas() {
    room.lookupFails(LookupException.again(-352, "the platform wants a captcha"));
    room.open();
    waitsBecause(-352, "the platform wants a captcha");
    comesLiveAgain();
    assertThat(room.session.lookups).containsExactly(Resolve.FIRST, Resolve.FIRST);
  }

  @Test
  void beingLetInAtTheOpeningMakesTheFirstFrameNoBetter() {
    room.session.opening = (dial, out) -> out.live();
    room.open();
    room.dialler.last().open();
    for (int i = 0; i < 10; i++) {
      room.dialler.last().hear("bad");
    }
    waitsBecause(0, "nothing but malformed frames, 10 in a row");
  }

  @Test
  void whatATimerTellsMakesTheNextFrameNoBetter() {
    room.session.waking = (now, out) -> out.emit(ScriptedSession.chat("late", now));
    room.live();
    for (int i = 0; i < 10; i++) {
      room.session.out().wakeAt(room.loop.ticks());
      room.loop.run();
      room.dialler.last().hear("bad");
    }
    waitsBecause(0, "nothing but malformed frames, 10 in a row");
  }

  @Test
  void aLookupThatFindsNoRoomFailsForGood() {
    room.lookupFails(new CompletionException(LookupException.failed(60004, "no such room")));
    room.open();
    assertThat(room.connection.state()).isEqualTo(State.FAILED);
    assertThat(room.last().detail()).isEqualTo("no such room");
    assertThat(room.last().code()).isEqualTo(60004);
  }

  @Test
  void aLookupWithoutANetworkIsTriedAgain() {
    room.lookupFails(new IOException("no route to host"));
    room.open();
    waitsBecause(0, "the lookup failed: no route to host");
    comesLiveAgain();
  }

  @Test
  void aLookupWithoutANetworkIsNoRefusal() {
    room.find(TestRoom.dial("a"));
    room.open();
    room.lookupFails(new IOException("no route to host"));
    room.dialler.last().lose("the network is down");
    room.passBackOff();
    room.passBackOff();
    assertThat(room.session.lookups).containsExactly(Resolve.FIRST, Resolve.STALE, Resolve.STALE);
  }

  @Test
  void aLookupThatNeverEndsIsGivenUpAndNotHeardLater() {
    CompletableFuture<List<Dial>> never = new CompletableFuture<>();
    room.session.lookup = () -> never;
    room.open();
    room.loop.advance(Timing.standard().deadlines().lookupMs());
    waitsBecause(0, "the lookup did not end within 30000 ms");
    never.complete(List.of(TestRoom.dial("late")));
    assertThat(room.dialler.sockets).isEmpty();
    comesLiveAgain();
  }

  @Test
  void aLookupThatThrowsIsTriedAgain() {
    room.session.lookup =
        () -> {
          throw new IllegalStateException("a bug");
        };
    room.open();
    waitsBecause(
        0, "the lookup failed: a fault of ours in the session's lookup: IllegalStateException");
    comesLiveAgain();
  }

  @Test
  void aLookupThatNamesNoHostIsTriedAgain() {
    room.find();
    room.open();
    waitsBecause(0, "the lookup named no host");
    comesLiveAgain();
  }

  @Test
  void aHandshakeThatIsRefusedIsToldWithItsHttpStatus() {
    room.open();
    room.dialler.last().refuse(502);
    waitsBecause(502, "the handshake was refused with HTTP 502");
    comesLiveAgain();
  }

  @Test
  void anAuthenticationThatIsNeverAnsweredIsGivenUp() {
    room.open();
    room.dialler.last().open();
    room.loop.advance(TestRoom.PACE.authWithinMs());
    waitsBecause(0, "not let in within 5000 ms");
    comesLiveAgain();
  }

  @Test
  void aSilentSocketIsGivenUp() {
    room.live();
    room.loop.advance(59_999);
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
    room.loop.advance(1);
    assertThat(room.states()).containsSequence(State.SILENT, State.WAITING);
    waitsBecause(0, "nothing heard for 60000 ms");
    comesLiveAgain();
  }

  @Test
  void aFrameInTimeBreaksTheSilence() {
    room.live();
    room.loop.advance(59_000);
    room.dialler.last().hear("pong");
    room.loop.advance(59_000);
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
    room.loop.advance(1_000);
    assertThat(room.states()).contains(State.SILENT);
  }

  @Test
  void nothingButMalformedFramesInARowIsAReasonToLeave() {
    room.live();
    for (int frame = 0; frame < 10; frame++) {
      assertThat(room.connection.state()).isEqualTo(State.LIVE);
      room.dialler.last().hear("bad+bad");
    }
    waitsBecause(0, "nothing but malformed frames, 10 in a row");
    comesLiveAgain();
  }

  @Test
  void malformedMessagesBesideGoodOnesAreNoReasonToLeave() {
    room.live();
    for (int frame = 0; frame < 100; frame++) {
      room.dialler.last().hear("bad+chat " + frame + "+bad");
    }
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
    assertThat(room.all(Chat.class)).hasSize(100);
    assertThat(room.connection.health().counts().malformed()).isEqualTo(200);
  }

  @Test
  void aSessionThatThrowsAtAFrameCostsThatFrameOnly() {
    room.live();
    room.dialler.last().hear("chat 1+throw+chat 2");
    room.dialler.last().hear("chat 3");
    assertThat(room.all(Chat.class)).extracting(c -> c.origin().id()).containsExactly("1", "3");
    assertThat(room.all(Malformed.class))
        .singleElement()
        .extracting(Malformed::why)
        .isEqualTo("a fault of ours in the session's frame: IllegalStateException");
    assertThat(room.connection.state()).isEqualTo(State.LIVE);
  }

  @Test
  void aSessionThatThrowsAtEveryFrameIsReconnected() {
    room.live();
    for (int frame = 0; frame < 10; frame++) {
      room.dialler.last().hear("throw");
    }
    waitsBecause(0, "nothing but malformed frames, 10 in a row");
    comesLiveAgain();
  }

  @Test
  void aSessionThatThrowsWhenTheSocketOpensCostsThatSocket() {
    room.session.opening =
        (dial, out) -> {
          throw new IllegalStateException("a bug");
        };
    room.open();
    room.dialler.last().open();
    waitsBecause(0, "a fault of ours in the session's opening: IllegalStateException");
    room.session.opening = (dial, out) -> {};
    comesLiveAgain();
  }

  @Test
  void aSessionThatThrowsInItsTimerCostsTheSocket() {
    room.session.opening = (dial, out) -> out.wakeAt(room.loop.ticks() + 50);
    room.session.waking =
        (now, out) -> {
          throw new IllegalStateException("a bug");
        };
    room.live();
    room.loop.advance(50);
    waitsBecause(0, "a fault of ours in the session's timer: IllegalStateException");
    room.session.opening = (dial, out) -> {};
    comesLiveAgain();
  }

  @Test
  void aSessionThatThrowsAtTheLossIsGivenTheNextHost() {
    room.live();
    room.session.verdict =
        () -> {
          throw new IllegalStateException("a bug");
        };
    room.dialler.last().lose("reset");
    waitsBecause(1006, "the connection is gone: reset");
    room.passBackOff();
    assertThat(room.dialler.last().host()).isEqualTo("b");
  }

  @Test
  void aSessionThatAsksForAReconnectWhileItLosesItsSocketIsHeardOnce() {
    room.session.closing = out -> out.reconnect(new Setback(Verdict.RETRY, 7, "once more"));
    room.live();
    room.dialler.last().lose("reset");
    assertThat(room.states()).endsWith(State.LIVE, State.WAITING);
    waitsBecause(1006, "the connection is gone: reset");
    comesLiveAgain();
    room.loop.advance(60_000);
    assertThat(room.states()).endsWith(State.LIVE, State.SILENT, State.WAITING);
  }

  @Test
  void silenceIsNoticedThoughTheClockIsSetBackEightHours() {
    room.live();
    room.loop.advance(5_000);
    room.loop.setBack(8 * 3_600_000);
    room.loop.advance(75_000);
    assertThat(room.states()).contains(State.SILENT);
    comesLiveAgain();
    assertThat(room.all(Gap.class)).allMatch(gap -> gap.from() <= gap.to());
  }

  @Test
  void aLookupThatGivesNothingAtAllIsTriedAgain() {
    room.session.lookup = () -> CompletableFuture.completedFuture(null);
    room.open();
    waitsBecause(0, "the lookup failed: no answer");
    comesLiveAgain();
  }

  @Test
  void oneRoundTriesEveryDialOnceWhateverTheSessionSaysAndThenItHasFailed() {
    TestRoom room = new TestRoom(Persistence.ONE_ROUND);
    room.session.verdict = () -> Verdict.FAILED;
    room.open();
    room.dialler.last().lose("one");
    room.passBackOff();
    assertThat(room.dialler.last().host()).isEqualTo("b");
    room.dialler.last().open();
    room.dialler.last().hear("leave RETRY");
    assertThat(room.last().state()).isEqualTo(State.FAILED);
    assertThat(room.session.lookups).hasSize(1);
  }
}
