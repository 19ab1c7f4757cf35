package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state machine: one {@link Phase} at a time, and the arrows between them.
 *
 * <pre>
 *   AwaitingTurn ─▶ Resolving ─▶ Connecting ─▶ Authenticating ─▶ Live
 *                     ▲    │       ▲    │             │            │
 *                     │   lost     │   lost          lost         lost
 *                     │    ▼       │    ▼             ▼            ▼
 *                     └─────── Waiting for the back-off and our turn        anywhere ─▶ Over
 * </pre>
 *
 * Every failure is {@link #lost}; only a verdict of {@code FAILED} and {@link #end} lead to Over.
 * On the room's loop only, but for {@link #state}, {@link #health} and {@link #over}.
 */
final class RoomLifecycle {
  private final RoomParts parts;
  private final HealthCount health;
  private final RoomEvents events;
  private final GuardedSession session;
  private final BackOff backOff;
  private final FrameTap tap;
  private final DialList dials = new DialList();
  private final CompletableFuture<State> over = new CompletableFuture<>();

  private Resolve nextLookup = Resolve.FIRST;
  private @Nullable DialledSocket socket;
  private @Nullable Deafness deafness;
  private @Nullable Phase phase;
  private volatile State state = State.RESOLVING;

  RoomLifecycle(RoomParts parts) {
    this.parts = parts;
    this.health = new HealthCount();
    this.events = new RoomEvents(parts, health);
    this.session = new GuardedSession(this);
    this.tap = GuardedTap.of(parts.tap());
    this.backOff =
        new BackOff(parts.timing().backOffFirstMs(), parts.timing().backOffMaxMs(), parts.random());
  }

  /** Since when the room is not heard, and why. */
  private record Deafness(long since, String why) {}

  void begin() {
    if (!isOver()) {
      go(new AwaitingTurn(this, new Resolving(this, nextLookup)));
    }
  }

  /** The user stopped it. */
  void end() {
    if (!isOver()) {
      hangUp(DialledSocket::close);
      go(new Over(this, State.ENDED, Loss.ours("closed")));
    }
  }

  /** The lookup named where to dial. */
  void resolved(List<Dial> found) {
    dials.replace(found);
    nextLookup = Resolve.STALE;
    Dial best = dials.current();
    if (best == null) {
      lost(Verdict.RESOLVE, Loss.ours("the lookup named no host"));
    } else {
      go(new Connecting(this, best));
    }
  }

  /** The platform accepted us. */
  void accepted() {
    if (phase instanceof Authenticating authenticating) {
      go(new Live(this, authenticating.dial()));
    }
  }

  /** We leave this socket; the session decides where to go next. */
  void giveUp(String why) {
    hangUp(DialledSocket::drop);
    lost(session.closed(Closed.gone(why)), Loss.ours(why));
  }

  /** Every failure comes here. */
  void lost(Verdict how, Loss loss) {
    if (isOver()) {
      return;
    }
    if (phase instanceof Live live) {
      noteLossOf(live, loss.why());
    }
    hangUp(DialledSocket::drop);
    go(
        how == Verdict.FAILED
            ? new Over(this, State.FAILED, loss)
            : new Waiting(this, next(how), loss));
  }

  private void noteLossOf(Live live, String why) {
    health.reconnect();
    deafness = new Deafness(live.heardAt(), why);
    if (now() - live.since() >= parts.timing().backOffResetMs()) {
      backOff.reset();
    }
  }

  private Phase next(Verdict how) {
    if (how == Verdict.NEXT_DIAL) {
      dials.advance();
    } else if (how == Verdict.RESOLVE) {
      boolean refused = !(phase instanceof Resolving || phase instanceof Live);
      nextLookup = refused ? Resolve.REFUSED : nextLookup;
      dials.clear();
    }
    Dial dial = dials.current();
    return dial == null ? new Resolving(this, nextLookup) : new Connecting(this, dial);
  }

  /** Leaves the phase for the next one. */
  void go(Phase to) {
    if (phase != null) {
      phase.leave();
    }
    phase = to;
    state = to.state();
    to.enter();
  }

  /** Reports the gap that ends now, if there was one. */
  void reportGap() {
    if (deafness != null) {
      long now = now();
      events.gap(Math.min(deafness.since(), now), now, deafness.why());
      deafness = null;
    }
  }

  /** Nothing was missed since the loss. */
  void forgetGap() {
    deafness = null;
  }

  /** Tells {@code toState} as a step of this attempt. */
  void announceAttempt(State toState, String detail) {
    events.attempt(toState, detail, backOff.attempt());
  }

  /** Reserves a turn at the platform; how many ms until then. */
  long reserveTurn() {
    long now = now();
    return parts.pacer().reserve(now) - now;
  }

  DialledSocket newSocket(Connecting connecting) {
    DialledSocket fresh = new DialledSocket(this, connecting);
    socket = fresh;
    return fresh;
  }

  private void hangUp(Consumer<DialledSocket> how) {
    if (socket != null) {
      how.accept(socket);
      socket = null;
    }
  }

  /** Nothing more will happen. */
  void finish(State last) {
    events.end();
    over.complete(last);
  }

  boolean isIn(Phase expected) {
    return phase == expected;
  }

  boolean isOver() {
    return phase instanceof Over;
  }

  @Nullable DialledSocket socket() {
    return socket;
  }

  long now() {
    return parts.loop().now();
  }

  RoomParts parts() {
    return parts;
  }

  HealthCount health() {
    return health;
  }

  RoomEvents events() {
    return events;
  }

  GuardedSession session() {
    return session;
  }

  FrameTap tap() {
    return tap;
  }

  BackOff backOff() {
    return backOff;
  }

  State state() {
    return state;
  }

  CompletionStage<State> over() {
    return over.minimalCompletionStage();
  }
}
