package io.github.danmuhub.device.safety;

import io.github.danmuhub.config.SafetyConfig;
import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The gate before a device that takes what it is told and never answers: a plotter, a lamp, the
 * original's base. It has the switch, the stop and the pace; that a movement ends, and that nothing
 * old acts, cannot be had from such a device. At most {@value #WAITING} texts wait; a further one
 * is refused, and what waits longer than {@value #OLD_MS} ms is not sent. One thread.
 */
public final class BlindGate implements Gate {
  private static final int WAITING = 20;
  private static final int OLD_MS = 2_000;
  private static final int EVERY_MS = 100;
  private static final int STILL_MS = 1_000;
  private static final int SECOND = 1_000;
  private static final int MINUTE_MS = 60_000;

  private record Waiting(String text, Outcome outcome, long since) {}

  private final String device;
  private final Wire wire;
  private final String stopText;
  private final QuietHours quiet;
  private final PlaySession session;
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private State state = State.DISARMED;
  private Phrase why = Phrase.of("gate.begun");
  private boolean connected;
  private long last = -1;
  private long saidAt = Long.MIN_VALUE / 2;
  private long sent;

  /**
   * @param device its name, for people
   */
  public BlindGate(String device, SafetyConfig config, Wire wire) {
    this.device = device;
    this.wire = wire;
    stopText = config.stopText();
    quiet = new QuietHours(config.quiet(), ZoneId.of(config.zone()));
    session =
        new PlaySession(
            (long) config.sessionMinutes() * MINUTE_MS, (long) config.restMinutes() * MINUTE_MS);
  }

  @Override
  public void connected(Now now) {
    connected = true;
    letGo(Phrase.of("gate.anew"));
    sayStop();
  }

  @Override
  public void lost(Phrase reason) {
    connected = false;
    letGo(reason);
  }

  @Override
  public void heard(String line, Now now) {}

  @Override
  public Optional<Phrase> arm(Now now) {
    if (state == State.STOPPED) {
      return Optional.of(Phrase.of("gate.is-stopped", device));
    }
    if (!connected) {
      return Optional.of(Phrase.of("gate.unconnected", device));
    }
    Optional<Phrase> refusal = blocked(now);
    if (refusal.isEmpty()) {
      state = State.ARMED;
      why = Phrase.of("gate.armed");
    }
    return refusal;
  }

  private Optional<Phrase> blocked(Now now) {
    if (quiet.at(now.wallMs())) {
      return Optional.of(Phrase.of("gate.quiet", device));
    }
    return session.over()
        ? Optional.of(Phrase.of("gate.resting", device, session.leftMs() / SECOND + 1))
        : Optional.empty();
  }

  @Override
  public void disarm(Phrase reason) {
    if (state == State.ARMED) {
      letGo(reason);
      sayStop();
    }
  }

  private void letGo(Phrase reason) {
    if (state != State.STOPPED) {
      state = State.DISARMED;
      why = reason;
    }
    queue.forEach(each -> each.outcome.report(Result.disarmed(reason)));
    queue.clear();
  }

  @Override
  public void stop(Phrase by, Now now) {
    letGo(Phrase.of("gate.stopped", by));
    state = State.STOPPED;
    why = Phrase.of("gate.stopped", by);
    sayStop();
  }

  private void sayStop() {
    if (connected && !stopText.isEmpty()) {
      wire.sayFirst(stopText);
    }
  }

  @Override
  public void release() {
    if (state == State.STOPPED) {
      state = State.DISARMED;
      why = Phrase.of("gate.released");
    }
  }

  @Override
  public void move(Move move, Outcome outcome, Now now) {
    outcome.report(Result.refused(Phrase.of("gate.speaks-text", device)));
  }

  @Override
  public void text(String text, Outcome outcome, Now now) {
    if (state != State.ARMED) {
      outcome.report(Result.disarmed(Phrase.of("gate.is.disarmed", device, why)));
    } else if (queue.size() == WAITING) {
      outcome.report(Result.refused(Phrase.of("gate.full", device, WAITING)));
    } else {
      queue.add(new Waiting(text, outcome, now.ticks()));
      send(now);
    }
  }

  @Override
  public void advance(Now now) {
    long passed = last < 0 ? 0 : now.ticks() - last;
    last = now.ticks();
    session.pass(passed, state == State.ARMED);
    if (passed > STILL_MS) {
      disarm(Phrase.of("gate.still", passed));
    }
    if (state == State.ARMED) {
      blocked(now).ifPresent(this::disarm);
    }
    send(now);
  }

  private void send(Now now) {
    while (!queue.isEmpty() && now.ticks() - queue.peek().since >= OLD_MS) {
      queue.poll().outcome.report(Result.refused(Phrase.of("decided.waited")));
    }
    Waiting next = queue.peek();
    if (next != null && now.ticks() - saidAt >= EVERY_MS && wire.say(next.text)) {
      queue.poll();
      saidAt = now.ticks();
      sent++;
      next.outcome.report(Result.done(Phrase.of("act.said")));
    }
  }

  /** Nothing proves a stop to the hub: it is never confirmed. */
  @Override
  public GateStatus status() {
    return new GateStatus(state, connected, why, false, null, sent, 0, 0);
  }
}
