package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every call to the session goes through here, so that a bug in it costs a frame or a socket, never
 * the room. On the room's loop.
 */
final class GuardedSession {
  private static final Logger LOG = LoggerFactory.getLogger(RoomConnection.class);

  private final RoomLifecycle life;
  private final RoomSession session;
  private final RoomOut out;
  private final RateLimit stackTraces = new RateLimit(1);
  private long told = Long.MIN_VALUE;

  GuardedSession(RoomLifecycle life) {
    this.life = life;
    this.session = life.parts().session();
    this.out = new RoomOut(life);
  }

  /** The time, as the session is told it; if the clock was set back, it is told that first. */
  private long now() {
    long now = life.now();
    if (now < told) {
      session.onClockSetBack(told - now);
    }
    told = now;
    return now;
  }

  CompletionStage<List<Dial>> resolve(Resolve why) {
    try {
      return session.resolve(life.parts().dialler().http(), why, now(), out);
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(new IllegalStateException(report("lookup", bug)));
    }
  }

  void opened(Dial dial) {
    out.newSocket();
    orLoseTheLine("opening", () -> session.onOpen(dial, now(), out));
  }

  /** If the room has a socket, only frames on it count as a sign of life; HTTP answers do not. */
  void http(int tag, HttpReply reply) {
    DialledSocket socket = life.socket();
    if (reply.status() != 0 && socket != null && socket.isPolled()) {
      life.health().frame(life.now());
    }
    orLoseTheLine("HTTP answer", () -> session.onHttp(tag, reply, now(), out));
    endOfFrame();
  }

  void wake() {
    orLoseTheLine("timer", () -> session.onWake(now(), out));
  }

  /** If the session throws at a frame, that frame counts as malformed; later frames are handled. */
  void frame(FrameKind kind, ByteBuffer bytes) {
    ByteBuffer whole = bytes.duplicate();
    life.health().frame(life.now());
    try {
      session.onFrame(kind, bytes, now(), out);
    } catch (RuntimeException bug) {
      out.malformed(report("frame", bug), whole);
    }
    endOfFrame();
  }

  /** HTTP answers count as frames here: a polled room has no others. */
  private void endOfFrame() {
    int malformedInARow = out.endOfFrame();
    if (malformedInARow >= life.parts().timing().malformedInARow() && life.socket() != null) {
      life.giveUp("nothing but malformed frames, " + malformedInARow + " in a row");
    }
  }

  /** The platform's own words for a loss; empty where it has none. */
  String explain(Closed why) {
    try {
      return session.explain(why);
    } catch (RuntimeException bug) {
      report("close", bug);
      return "";
    }
  }

  /** What the session wants after a loss; another dial if it cannot say. */
  Verdict closed(Closed why) {
    try {
      return session.onClosed(why, now(), out);
    } catch (RuntimeException bug) {
      report("close", bug);
      return Verdict.NEXT_DIAL;
    }
  }

  /** The room is over: the session tells what it still holds, and no timer will ask again. */
  void end() {
    out.stopTimer();
    try {
      session.onEnd(now(), out);
    } catch (RuntimeException bug) {
      report("end", bug);
    }
  }

  private void orLoseTheLine(String where, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException bug) {
      String why = report(where, bug);
      if (life.socket() != null) {
        life.lost(Verdict.NEXT_DIAL, Loss.ours(why));
      }
    }
  }

  /** The log gets the stack trace, once a second at most; the user gets a sentence. */
  private String report(String where, RuntimeException bug) {
    if (stackTraces.allows(life.now())) {
      LOG.error("{}: a fault of ours in the session's {}", life.parts().room(), where, bug);
    }
    return "a fault of ours in the session's " + where + ": " + bug.getClass().getSimpleName();
  }
}
