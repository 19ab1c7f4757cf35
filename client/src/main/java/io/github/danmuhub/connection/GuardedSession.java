package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every call to the session goes through here, so that a bug in it costs a frame or a socket, never
 * the room: it answers with the {@link Step} that the call leads to. On the room's loop.
 */
final class GuardedSession {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedSession.class);

  private final RoomRef room;
  private final RoomSession session;
  private final RoomVerbs verbs;
  private final int malformedInARow;
  private final RateLimit stackTraces = new RateLimit(1);

  /**
   * @param malformedInARow how many malformed frames in a row cost the socket
   */
  GuardedSession(RoomRef room, RoomSession session, RoomVerbs verbs, int malformedInARow) {
    this.room = room;
    this.session = session;
    this.verbs = verbs;
    this.malformedInARow = malformedInARow;
  }

  /** The room is opened: from now on the session's wishes are heard. */
  void begin(LifeSignals life) {
    verbs.begin(life);
  }

  CompletionStage<List<Dial>> resolve(Resolve why) {
    verbs.beginCall();
    try {
      return session.resolve(why);
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(new IllegalStateException(report("lookup", bug)));
    }
  }

  Step opened(Dial dial) {
    verbs.newSocket();
    return orLoseTheLine("opening", () -> session.onOpen(dial));
  }

  /** If the session throws at a frame, that frame counts as malformed; later frames are handled. */
  Step frame(FrameKind kind, ByteBuffer bytes) {
    ByteBuffer whole = bytes.duplicate();
    verbs.beginFrame();
    try {
      session.onFrame(kind, bytes);
    } catch (RuntimeException bug) {
      verbs.malformed(report("frame", bug), whole);
    }
    return endOfFrame();
  }

  /** Answers over HTTP count as frames here: a polled room has no others. */
  Step polled(HttpCall asked, HttpReply reply) {
    verbs.beginFrame();
    Step wrong = orLoseTheLine("HTTP answer", () -> session.onPolled(asked, reply));
    Step nothingGood = endOfFrame();
    return wrong instanceof Step.Stay ? nothingGood : wrong;
  }

  Step woken() {
    return orLoseTheLine("timer", session::onWake);
  }

  private Step endOfFrame() {
    int inARow = verbs.endOfFrame();
    return inARow >= malformedInARow
        ? new Step.GiveUp("nothing but malformed frames, " + inARow + " in a row")
        : new Step.Stay();
  }

  /** What the session wants after a loss; another dial if it cannot say. */
  Setback closed(Closed why) {
    verbs.beginCall();
    try {
      return session.onClosed(why);
    } catch (RuntimeException bug) {
      report("close", bug);
      return Setback.of(Verdict.NEXT_DIAL, why);
    }
  }

  /** The room is over: the session emits what it still holds, and is not woken again. */
  void end() {
    verbs.end();
    verbs.beginCall();
    try {
      session.onEnd();
    } catch (RuntimeException bug) {
      report("end", bug);
    }
  }

  private Step orLoseTheLine(String where, Runnable call) {
    verbs.beginCall();
    try {
      call.run();
      return new Step.Stay();
    } catch (RuntimeException bug) {
      return new Step.Pause(new Setback(Verdict.NEXT_DIAL, 0, report(where, bug)));
    }
  }

  /** The log gets the stack trace, once a second at most; the user gets a sentence. */
  private String report(String where, RuntimeException bug) {
    if (stackTraces.allows(verbs.ticks())) {
      LOG.error("{}: a fault of ours in the session's {}", room, where, bug);
    }
    return "a fault of ours in the session's " + where + ": " + bug.getClass().getSimpleName();
  }
}
