package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Loop;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The state machine: signals come in, the phase answers with a {@link Step}, and only here a step
 * is taken and a phase made.
 *
 * <pre>
 *   AwaitingTurn ─▶ Resolving ─▶ Connecting ─▶ Authenticating ─▶ Live
 *                     ▲    │       ▲    │             │            │
 *                     │  pause     │  pause         pause        pause
 *                     │    ▼       │    ▼             ▼            ▼
 *                     └─────── Waiting for the back-off and our turn        anywhere ─▶ Over
 * </pre>
 *
 * On the room's loop only, but for {@link #state} and {@link #over}.
 */
final class RoomLifecycle implements LifeSignals, Line.Listener {
  private final Phases phases;
  private final GuardedSession session;
  private final Line line;
  private final Requests requests;
  private final HealthCount health;
  private final RoomEvents events;
  private final Loop loop;
  private final CompletableFuture<State> over = new CompletableFuture<>();

  private @Nullable Phase phase;
  private Loop.@Nullable Timer timer;
  private volatile State state = State.RESOLVING;

  RoomLifecycle(
      Phases phases,
      GuardedSession session,
      Line line,
      Requests requests,
      HealthCount health,
      RoomEvents events,
      Loop loop) {
    this.phases = phases;
    this.session = session;
    this.line = line;
    this.requests = requests;
    this.health = health;
    this.events = events;
    this.loop = loop;
  }

  void begin() {
    if (!isOver()) {
      session.begin(this);
      take(phases.first(() -> loop.execute(this::moved)));
    }
  }

  /** The user stopped it. */
  void end() {
    if (!isOver()) {
      line.close();
      take(new Step.End(State.ENDED, new Setback(Verdict.FAILED, 0, "closed")));
    }
  }

  /** The room's turn may come earlier. */
  private void moved() {
    if (!isOver()) {
      take(current().onMoved());
    }
  }

  @Override
  public void opened() {
    take(current().onOpened());
  }

  @Override
  public void frame(FrameKind kind, ByteBuffer bytes) {
    health.frame(loop.ticks());
    takeIfUp(session.frame(kind, bytes));
  }

  @Override
  public void answer(HttpCall asked, HttpReply reply) {
    health.frame(loop.ticks());
    takeIfUp(session.polled(asked, reply));
  }

  @Override
  public void closed(Closed why) {
    take(new Step.Pause(session.closed(why)));
  }

  @Override
  public void accepted() {
    if (!isOver()) {
      take(current().onAccepted());
    }
  }

  @Override
  public void missedNothing() {
    phases.forgetGap();
  }

  @Override
  public void leave(Setback why) {
    takeIfUp(new Step.Pause(why));
  }

  @Override
  public void woken() {
    takeIfUp(session.woken());
  }

  /** If the room has a socket, only frames on it count as a sign of life; answers do not. */
  @Override
  public void polled(HttpCall asked, HttpReply reply) {
    if (isOver()) {
      return;
    }
    if (line.isPolled() && reply.status() != 0) {
      health.frame(loop.ticks());
    }
    takeIfUp(session.polled(asked, reply));
  }

  /** Where there is no socket to lose, a fault costs nothing. */
  private void takeIfUp(Step step) {
    if (line.isUp()) {
      take(step);
    }
  }

  private void take(Step step) {
    if (isOver() || step instanceof Step.Stay) {
      return;
    }
    if (step instanceof Step.Watch watch) {
      watch(watch.ms());
    } else if (step instanceof Step.GiveUp giveUp) {
      line.drop();
      lose(session.closed(Closed.gone(giveUp.why())).inOurWords(giveUp.why()));
    } else if (step instanceof Step.Pause pause) {
      lose(pause.why());
    } else {
      go(phases.make(step, line, this));
    }
  }

  /** Every failure comes here. */
  private void lose(Setback why) {
    Phase lost = current();
    lost.onLost(why);
    hangUp();
    go(phases.after(lost, why));
  }

  private void hangUp() {
    line.drop();
    requests.abandon();
  }

  /** Leaves the phase for the next one. */
  private void go(Phase next) {
    stopTimer();
    if (phase != null) {
      phase.onLeft();
    }
    phase = next;
    state = next.state();
    if (next instanceof Over) {
      hangUp();
    }
    takeFrom(next, next.enter(step -> takeFrom(next, step)));
    if (next instanceof Over) {
      events.end();
      over.complete(next.state());
    }
  }

  /** What a phase answers after its end is too late. */
  private void takeFrom(Phase source, Step step) {
    if (phase == source) {
      take(step);
    }
  }

  /** Asks the phase again after that delay; replaces an earlier one. */
  private void watch(long ms) {
    stopTimer();
    Phase watched = current();
    state = watched.state();
    timer = loop.schedule(Math.max(0, ms), () -> takeFrom(watched, watched.onTimer()));
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }

  private Phase current() {
    if (phase == null) {
      throw new IllegalStateException("the room was not opened");
    }
    return phase;
  }

  private boolean isOver() {
    return phase instanceof Over;
  }

  State state() {
    return state;
  }

  CompletionStage<State> over() {
    return over.minimalCompletionStage();
  }
}
