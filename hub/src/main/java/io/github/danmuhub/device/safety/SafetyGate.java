package io.github.danmuhub.device.safety;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.config.SafetyConfig;
import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.device.protocol.Order;
import io.github.danmuhub.device.protocol.Order.Addressed;
import io.github.danmuhub.device.protocol.Order.Verb;
import io.github.danmuhub.device.protocol.Report;
import io.github.danmuhub.device.protocol.Report.Ack;
import io.github.danmuhub.device.protocol.Report.Stopped;
import io.github.danmuhub.device.protocol.Report.Tick;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.MalformedException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The gate before a device that proves freshness itself ({@link ToySafety}, {@code safety.h}).
 * Disarmed at the start, after each connection and after anything odd; what a person asked for is
 * armed once the device has granted it. Every tick that is heard is answered by a beat, so that a
 * loop which stands still lets the device fall dark. One thread.
 */
public final class SafetyGate implements Gate {
  private static final int PATIENCE_MS = 1_500;
  private static final int STILL_MS = 1_000;
  private static final int MINUTE_MS = 60_000;
  private static final int SECOND = 1_000;

  private final String device;
  private final String hub;
  private final Wire wire;
  private final DailyCaps caps;
  private final QuietHours quiet;
  private final PlaySession session;
  private final Emergency emergency;
  private final Hearing hearing = new Hearing();
  private final Unanswered unanswered = new Unanswered(PATIENCE_MS);
  private final Map<String, ActuatorGate> actuators = new TreeMap<>();
  private State state = State.DISARMED;
  private Phrase why = Phrase.of("gate.begun");
  private long seq;
  private long armSeq;
  private long askedAt;
  private long last = -1;
  private long sent;
  private long acknowledged;
  private long strange;

  /**
   * @param device its name, for people
   * @param hub {@code NAME/RUN}, in which RUN is never the same twice
   */
  public SafetyGate(String device, String hub, SafetyConfig config, DailyCaps caps, Wire wire) {
    this.device = device;
    this.hub = hub;
    this.wire = wire;
    this.caps = caps;
    quiet = new QuietHours(config.quiet(), ZoneId.of(config.zone()));
    session =
        new PlaySession(
            (long) config.sessionMinutes() * MINUTE_MS, (long) config.restMinutes() * MINUTE_MS);
    emergency = new Emergency(wire, hub.substring(hub.indexOf('/') + 1));
    config
        .actuators()
        .forEach((name, limits) -> actuators.put(name, new ActuatorGate(name, limits)));
  }

  @Override
  public void connected(Now now) {
    hearing.lost();
    letGo(Phrase.of("gate.anew"));
    if (emergency.isLatched()) {
      emergency.doubt();
    }
  }

  @Override
  public void lost(Phrase reason) {
    hearing.lost();
    letGo(reason);
  }

  @Override
  public void heard(String line, Now now) {
    try {
      Report report = Report.of(line);
      if (report instanceof Tick tick) {
        heard(tick, now);
      } else if (report instanceof Ack ack) {
        heard(ack);
      } else {
        emergency.heard(((Stopped) report).id());
      }
    } catch (MalformedException broken) {
      strange++;
    }
  }

  private void heard(Tick tick, Now now) {
    Tick before = hearing.newest();
    if (!hearing.accept(tick, now.ticks())) {
      strange++;
      return;
    }
    boolean anew = before != null && !before.nonce().equals(tick.nonce());
    if (tick.state() == Report.State.STOPPED) {
      stoppedElsewhere();
    } else if (emergency.isLatched()) {
      emergency.doubt();
    } else if (state == State.ARMED && !tick.hub().equals(hub)) {
      letGo(tick.hub().equals(Tick.NOBODY) ? Phrase.of("gate.let-go") : heldBy(tick));
    } else if (state == State.ARMED) {
      say(Verb.BEAT);
    } else if (state == State.ARMING && anew) {
      letGo(Phrase.of("gate.restarted"));
    }
  }

  private static Phrase heldBy(Tick tick) {
    return Phrase.of("gate.held", tick.hub().replaceFirst("/.*", ""));
  }

  private void stoppedElsewhere() {
    if (!emergency.isLatched()) {
      emergency.adopt();
      latch(Phrase.of("gate.stopped-there"));
    }
  }

  private void heard(Ack ack) {
    if (state == State.ARMING && ack.seq() == armSeq) {
      granted(ack);
      return;
    }
    Outcome outcome = unanswered.answered(ack.seq());
    if (outcome != null) {
      acknowledged++;
      outcome.report(
          ack.word().equals(Ack.OK)
              ? Result.done(Phrase.of("act.done"))
              : Result.refused(answer(ack)));
    } else if (ack.word().equals(Ack.OK)) {
      strange++;
    }
  }

  /** What it refused, by its own word where we know it. */
  private Phrase answer(Ack ack) {
    return Phrase.of("gate.refused", device, answered(ack));
  }

  private static Phrase answered(Ack ack) {
    String key = "gate.ack." + ack.word();
    return Words.ENGLISH.has(key) ? Phrase.of(key) : Phrase.foreign(ack.word());
  }

  private void granted(Ack ack) {
    if (ack.word().equals(Ack.OK)) {
      state = State.ARMED;
      why = Phrase.of("gate.armed");
    } else {
      state = State.DISARMED;
      why =
          switch (ack.word()) {
            case Ack.HELD -> Phrase.of("gate.held", ack.more());
            case "resting" -> Phrase.of("gate.rests", ack.more());
            default -> Phrase.of("gate.not-granted", answered(ack));
          };
    }
  }

  @Override
  public Optional<Phrase> arm(Now now) {
    Optional<Phrase> refusal = armRefusal(now);
    if (refusal.isEmpty() && state == State.DISARMED) {
      state = State.ARMING;
      why = Phrase.of("gate.asked");
      askedAt = now.ticks();
      armSeq = say(Verb.ARM);
    }
    return refusal;
  }

  private Optional<Phrase> armRefusal(Now now) {
    if (emergency.isLatched()) {
      return Optional.of(Phrase.of("gate.is-stopped", device));
    }
    if (!hearing.isHeard()) {
      return Optional.of(Phrase.of("gate.unheard", device));
    }
    return blocked(now);
  }

  /** Why nothing may move now, armed or not. */
  private Optional<Phrase> blocked(Now now) {
    if (caps.trouble().isPresent()) {
      return caps.trouble();
    }
    if (quiet.at(now.wallMs())) {
      return Optional.of(Phrase.of("gate.quiet", device));
    }
    return session.over()
        ? Optional.of(Phrase.of("gate.resting", device, session.leftMs() / SECOND + 1))
        : Optional.empty();
  }

  /** Its number. */
  private long say(Verb verb) {
    Addressed order = addressed(verb);
    wire.say(order.line());
    return order.seq();
  }

  private Addressed addressed(Verb verb) {
    Tick tick = requireNonNull(hearing.newest());
    return new Addressed(verb, tick.nonce(), ++seq, tick.tick(), hub);
  }

  @Override
  public void disarm(Phrase reason) {
    if (state == State.ARMED || state == State.ARMING) {
      if (hearing.isHeard()) {
        say(Verb.DISARM);
      }
      letGo(reason);
    }
  }

  private void letGo(Phrase reason) {
    if (state != State.STOPPED) {
      state = State.DISARMED;
      why = reason;
    }
    forget(reason);
  }

  private void forget(Phrase reason) {
    Result result = Result.disarmed(reason);
    actuators.values().forEach(each -> each.reset(result));
    unanswered.forget(result);
  }

  @Override
  public void stop(Phrase by, Now now) {
    emergency.ask(now.ticks());
    latch(Phrase.of("gate.stopped", by));
  }

  private void latch(Phrase reason) {
    state = State.STOPPED;
    why = reason;
    forget(reason);
  }

  @Override
  public void release() {
    if (emergency.isLatched()) {
      emergency.release();
      state = State.DISARMED;
      why = Phrase.of("gate.released");
      if (hearing.isHeard()) {
        say(Verb.RELEASE);
      }
    }
  }

  @Override
  public void move(Move move, Outcome outcome, Now now) {
    ActuatorGate actuator = actuators.get(move.actuator());
    Result refusal = refusal(actuator, move.actuator(), now);
    if (refusal == null && actuator != null) {
      actuator.want(move, outcome, now.ticks());
      send(actuator, now);
    } else {
      outcome.report(requireNonNull(refusal));
    }
  }

  @Override
  public void text(String text, Outcome outcome, Now now) {
    outcome.report(Result.refused(Phrase.of("gate.speaks-lines", device)));
  }

  private @Nullable Result refusal(@Nullable ActuatorGate actuator, String name, Now now) {
    if (state != State.ARMED) {
      return Result.disarmed(
          Phrase.of("gate.is." + state.name().toLowerCase(Locale.ROOT), device, why));
    }
    if (actuator == null) {
      return Result.refused(Phrase.of("gate.no-actuator", device, name));
    }
    return actuator
        .refusal()
        .or(() -> caps.refusal(name, actuator.limits(), now.wallMs()))
        .map(Result::refused)
        .orElse(null);
  }

  @Override
  public void advance(Now now) {
    long passed = last < 0 ? 0 : now.ticks() - last;
    last = now.ticks();
    session.pass(passed, state == State.ARMED);
    actuators.values().forEach(each -> each.pass(now.ticks(), passed));
    if (passed > STILL_MS) {
      disarm(Phrase.of("gate.still", passed));
    }
    if (hearing.falls(now.ticks())) {
      letGo(Phrase.of("gate.gone"));
    }
    if (state == State.ARMING && now.ticks() - askedAt >= PATIENCE_MS) {
      disarm(Phrase.of("gate.no-answer"));
    }
    if (state == State.ARMED) {
      blocked(now).ifPresent(this::disarm);
    }
    emergency.advance(now.ticks());
    unanswered.advance(now.ticks());
    if (state == State.ARMED) {
      actuators.values().forEach(each -> send(each, now));
    }
  }

  private void send(ActuatorGate actuator, Now now) {
    Optional<Move> due = actuator.due(now.ticks());
    if (due.isEmpty()) {
      return;
    }
    Move move = due.get();
    if (!isPaid(actuator, move, now)) {
      caps.trouble().ifPresent(this::disarm);
      return;
    }
    Addressed by = addressed(Verb.BEAT);
    if (wire.say(new Order.Do(by, move).line())) {
      sent++;
      Outcome outcome = actuator.sent(move, now.ticks());
      if (outcome != null) {
        unanswered.add(by.seq(), outcome, now.ticks());
      }
    }
  }

  /** What a target takes of the day is stored before the first of it is sent. */
  private boolean isPaid(ActuatorGate actuator, Move move, Now now) {
    return actuator.isPaid()
        || actuator.pay(caps.use(move.actuator(), actuator.limits(), move.ms(), now.wallMs()));
  }

  @Override
  public GateStatus status() {
    return new GateStatus(
        state,
        hearing.isHeard(),
        why,
        emergency.isConfirmed(),
        hearing.newest(),
        sent,
        acknowledged,
        strange);
  }
}
