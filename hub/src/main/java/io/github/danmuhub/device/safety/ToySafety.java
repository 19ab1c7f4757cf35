package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.device.protocol.Order;
import io.github.danmuhub.device.protocol.Order.Addressed;
import io.github.danmuhub.device.protocol.Order.Do;
import io.github.danmuhub.device.protocol.Order.Stop;
import io.github.danmuhub.device.protocol.Report;
import io.github.danmuhub.device.protocol.Report.Ack;
import io.github.danmuhub.device.protocol.Report.Pose;
import io.github.danmuhub.device.protocol.Report.State;
import io.github.danmuhub.device.protocol.Report.Stopped;
import io.github.danmuhub.device.protocol.Report.Tick;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;
import java.util.Optional;

/**
 * The cat toy's own safety: safe whatever the hub, the broker and the cable do. It acts for one
 * owner only, on orders that prove fresh by its own clock, and every movement ends by itself: at
 * its duration, or 2 s after the newest tick that the owner has echoed, whichever is earlier. One
 * thread; to be advanced every few milliseconds.
 */
public final class ToySafety {
  private static final int TICK_MS = 500;
  private static final int FULL = 100;
  private static final int SECOND = 1_000;

  private final ToyLimits limits;
  private final Ownership owner;
  private final LaserDuty duty;
  private final PlaySession session;
  private final Dot dot;
  private final Timed laser = new Timed();
  private final Timed ball = new Timed();
  private final Timed wand = new Timed();
  private boolean stopped;
  private long last;
  private long nextTick;

  /** Off, owned by nobody. */
  public ToySafety(ToyLimits limits) {
    this.limits = limits;
    owner = new Ownership(limits);
    duty = new LaserDuty(limits.times().longest());
    session = new PlaySession(limits.times().session(), limits.times().rest());
    dot = new Dot(limits);
  }

  /** It has booted, or is connected anew: {@code entropy} is never the same twice. */
  public void connected(int entropy, long now) {
    pass(now);
    owner.begin(entropy);
    allEnd();
    nextTick = now;
  }

  /** Its connection is gone: everything ends now. */
  public void lost(long now) {
    pass(now);
    letGo();
  }

  /** What it says to a line that came; nothing to one that is no order. */
  public List<Report> hear(String line, long now) {
    pass(now);
    try {
      return answer(Order.of(line), now);
    } catch (MalformedException broken) {
      return List.of();
    }
  }

  private List<Report> answer(Order order, long now) {
    if (order instanceof Stop stop) {
      stopped = true;
      letGo();
      return List.of(new Stopped(stop.id()), tick(now));
    }
    Addressed by = order instanceof Do act ? act.by() : (Addressed) order;
    String refusal = owner.refusal(by, now);
    if (!refusal.isEmpty()) {
      return ack(by, refusal, refusal.equals(Ack.HELD) ? owner.name() : "");
    }
    return order instanceof Do act ? act(act, now) : obey(by, now);
  }

  private List<Report> obey(Addressed by, long now) {
    return switch (by.verb()) {
      case ARM -> arm(by, now);
      case BEAT -> beat(by, now);
      case DISARM -> disarm(by, now);
      case RELEASE -> release(by, now);
    };
  }

  private List<Report> arm(Addressed by, long now) {
    if (stopped) {
      return ack(by, "stopped", "");
    }
    if (session.over()) {
      return ack(by, "resting", Long.toString(session.leftMs() / SECOND));
    }
    owner.heard(by, now);
    return List.of(new Ack(by.seq(), Ack.OK, ""), tick(now));
  }

  private List<Report> beat(Addressed by, long now) {
    Optional<String> refusal = unarmed();
    if (refusal.isPresent()) {
      return ack(by, refusal.get(), "");
    }
    owner.heard(by, now);
    return List.of();
  }

  private List<Report> disarm(Addressed by, long now) {
    letGo();
    return List.of(new Ack(by.seq(), Ack.OK, ""), tick(now));
  }

  private List<Report> release(Addressed by, long now) {
    if (stopped) {
      stopped = false;
      owner.end();
    }
    return List.of(new Ack(by.seq(), Ack.OK, ""), tick(now));
  }

  private List<Report> act(Do order, long now) {
    Addressed by = order.by();
    Optional<String> refusal = unarmed();
    if (refusal.isPresent()) {
      return ack(by, refusal.get(), "");
    }
    owner.heard(by, now);
    return ack(by, move(order.move(), now), "");
  }

  private String move(Move move, long now) {
    switch (move.actuator()) {
      case "laser" -> {
        if (duty.hot()) {
          return "hot";
        }
        laser.set(move, now, limits.times().longest());
      }
      case "ball" -> ball.set(move, now, limits.times().longest());
      case "wand" -> wand.set(move, now, limits.times().longest());
      default -> {
        return "unknown";
      }
    }
    return Ack.OK;
  }

  private Optional<String> unarmed() {
    return stopped
        ? Optional.of("stopped")
        : owner.isOwned() ? Optional.empty() : Optional.of("free");
  }

  private static List<Report> ack(Addressed by, String word, String more) {
    return List.of(new Ack(by.seq(), word, more));
  }

  /** Time has passed; the tick that is due, where one is. */
  public List<Report> advance(long now) {
    pass(now);
    if (now < nextTick) {
      return List.of();
    }
    nextTick = now + TICK_MS;
    return List.of(tick(now));
  }

  private void pass(long now) {
    int passed = (int) (now - last);
    last = now;
    owner.settle(now);
    if (!owner.isOwned()) {
      allEnd();
    }
    duty.pass(passed, lit(now));
    session.pass(passed, owner.isOwned());
    if (session.over() && owner.isOwned()) {
      letGo();
    }
    if (laser.holds(now)) {
      int pan = Clamp.between(-limits.reach().pan(), limits.reach().pan(), laser.x());
      dot.swing(
          now, passed, pan, Clamp.between(limits.reach().down(), limits.reach().up(), laser.y()));
    } else {
      dot.park(passed);
    }
  }

  private void letGo() {
    owner.end();
    allEnd();
  }

  private void allEnd() {
    laser.end();
    ball.end();
    wand.end();
  }

  private boolean lit(long now) {
    return owner.isFresh(now) && laser.holds(now) && !duty.hot();
  }

  private int turn(Timed motor, long now) {
    return owner.isFresh(now) && motor.holds(now) ? Clamp.between(-FULL, FULL, motor.x()) : 0;
  }

  private Tick tick(long now) {
    State state = stopped ? State.STOPPED : owner.isOwned() ? State.ARMED : State.FREE;
    return new Tick(owner.nonce(), now, state, owner.hub(), pose(now));
  }

  /** How everything stands: what the outputs are set to. */
  public Pose pose(long now) {
    return new Pose(lit(now), dot.pan(), dot.tilt(), turn(ball, now), turn(wand, now));
  }

  /** The same, with all that a tick tells. */
  public Tick state(long now) {
    return tick(now);
  }
}
