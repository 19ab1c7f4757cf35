package io.github.danmuhub.device.safety;

import io.github.danmuhub.config.ActuatorConfig;
import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One actuator's commands, clamped in range, speed and interval. It wants one target at a time: a
 * later one takes the place of an earlier one that is not sent yet. One thread.
 */
final class ActuatorGate {
  private static final int SECOND = 1_000;
  private static final int SLACK_MS = 20;

  private final String name;
  private final ActuatorConfig limits;
  private final LaserDuty duty;
  private @Nullable Move target;
  private @Nullable Outcome waiting;
  private long targetEnds;
  private int x;
  private int y;
  private long sentAt = Long.MIN_VALUE / 2;
  private long onUntil = Long.MIN_VALUE / 2;
  private boolean endNow;
  private boolean paid;

  ActuatorGate(String name, ActuatorConfig limits) {
    this.name = name;
    this.limits = limits;
    duty = new LaserDuty(limits.dutyMs() == 0 ? Integer.MAX_VALUE : limits.dutyMs());
  }

  ActuatorConfig limits() {
    return limits;
  }

  void pass(long now, long ms) {
    boolean wasHot = duty.hot();
    duty.pass(ms, now < onUntil);
    endNow |= duty.hot() && !wasHot;
  }

  /** Why it takes nothing now, where it does not. */
  Optional<Phrase> refusal() {
    return duty.hot()
        ? Optional.of(Phrase.of("gate.resting", name, duty.restMs() / SECOND + 1))
        : Optional.empty();
  }

  void want(Move move, Outcome outcome, long now) {
    forget(Phrase.of("gate.later"));
    int ms = Clamp.between(0, limits.longestMs(), move.ms());
    target =
        new Move(
            name,
            Clamp.between(limits.x().get(0), limits.x().get(1), move.x()),
            Clamp.between(limits.y().get(0), limits.y().get(1), move.y()),
            ms);
    waiting = outcome;
    paid = false;
    targetEnds = now + ms;
  }

  /** Nothing is wanted any more; who waits is told why. */
  void forget(Phrase why) {
    tell(Result.refused(why));
    target = null;
    endNow = false;
  }

  /** Likewise, and whatever is on is over. */
  void reset(Result why) {
    tell(why);
    target = null;
    endNow = false;
    onUntil = Long.MIN_VALUE / 2;
  }

  private void tell(Result result) {
    Outcome told = waiting;
    waiting = null;
    if (told != null) {
      told.report(result);
    }
  }

  /** Whether what the target takes of the day was counted; turning off takes nothing. */
  boolean isPaid() {
    return paid || endNow;
  }

  boolean pay(boolean stored) {
    paid = stored;
    return stored;
  }

  /** What would be sent now; {@link #sent} says that it was. */
  Optional<Move> due(long now) {
    if (endNow) {
      return Optional.of(new Move(name, x, y, 0));
    }
    Move to = target;
    if (to == null || now - sentAt < limits.everyMs()) {
      return Optional.empty();
    }
    int step = (int) (limits.perSecond() * Math.min(SECOND, now - sentAt) / SECOND);
    int ms = Clamp.between(0, limits.longestMs(), (int) (targetEnds - now));
    return Optional.of(
        new Move(
            name,
            Clamp.towards(x, to.x(), Math.max(1, step)),
            Clamp.towards(y, to.y(), Math.max(1, step)),
            ms));
  }

  /** It was sent; who is to be told what becomes of it, the first time of a target. */
  @Nullable Outcome sent(Move move, long now) {
    x = move.x();
    y = move.y();
    sentAt = now;
    onUntil = now + move.ms() + (move.ms() == 0 ? 0 : SLACK_MS);
    Move to = target;
    boolean there = to == null || (to.x() == x && to.y() == y) || now >= targetEnds;
    if (there || endNow) {
      target = null;
    }
    endNow = false;
    Outcome told = waiting;
    waiting = null;
    return told;
  }
}
