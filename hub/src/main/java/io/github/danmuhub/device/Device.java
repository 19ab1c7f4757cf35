package io.github.danmuhub.device;

import io.github.danmuhub.device.link.DeviceLink;
import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.device.safety.Gate;
import io.github.danmuhub.device.safety.GateStatus;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.device.safety.Now;
import io.github.danmuhub.device.safety.Wire;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** One device that moves: its gate and the way to it. Any thread; all is done on the loop. */
final class Device implements DeviceLink.Ears {
  private static final int LONGEST_BY = 60;

  private final String name;
  private final String run;
  private final DeviceLoop loop;
  private final DeviceLink link;
  private final Gate gate;
  private volatile GateStatus status;
  private volatile Phrase trouble = Phrase.NONE;
  private String told = "";

  /**
   * @param run tells this hub's stops from others', which come back by a broker
   */
  Device(
      String name,
      String run,
      DeviceLoop loop,
      Function<DeviceLink.Ears, DeviceLink> link,
      Function<Wire, Gate> gate) {
    this.name = name;
    this.run = run;
    this.loop = loop;
    this.link = link.apply(this);
    this.gate = gate.apply(this.link);
    this.status = this.gate.status();
  }

  String name() {
    return name;
  }

  GateStatus status() {
    return status;
  }

  /** Why there is no way to it; {@link Phrase#NONE} while there is one. */
  Phrase trouble() {
    return trouble;
  }

  /** On the loop. */
  void advance(Now now) {
    link.advance(now.ticks());
    gate.advance(now);
    show();
  }

  private void show() {
    status = gate.status();
    String state = status.state().name().toLowerCase(Locale.ROOT);
    if (!state.equals(told) && trouble.equals(Phrase.NONE)) {
      told = state;
      link.tell(state);
    }
  }

  private void onLoop(Runnable task) {
    loop.run(
        () -> {
          task.run();
          show();
        });
  }

  /** Done when it is armed, or is not going to be: then with the reason. */
  CompletableFuture<Optional<Phrase>> arm() {
    CompletableFuture<Optional<Phrase>> asked = new CompletableFuture<>();
    boolean taken =
        loop.run(
            () -> {
              asked.complete(gate.arm(loop.now()));
              show();
            });
    if (!taken) {
      asked.complete(Optional.of(Phrase.of("gate.busy")));
    }
    return asked;
  }

  void disarmNow(Phrase why) {
    loop.runFirst(
        () -> {
          gate.disarm(why);
          show();
        });
  }

  /** On the loop. */
  void disarm(Phrase why, boolean visibly) {
    gate.disarm(why);
    if (visibly) {
      show();
    }
  }

  void stopNow(Phrase by) {
    loop.runFirst(
        () -> {
          gate.stop(by, loop.now());
          show();
        });
  }

  void release() {
    onLoop(gate::release);
  }

  void move(Move move, Outcome outcome) {
    if (!loop.run(() -> gate.move(move, outcome, loop.now()))) {
      outcome.report(Result.refused(Phrase.of("gate.busy")));
    }
  }

  void text(String text, Outcome outcome) {
    Optional<Phrase> refusal = link.refusal(text);
    if (refusal.isPresent()) {
      outcome.report(Result.refused(refusal.get()));
    } else if (!loop.run(() -> gate.text(text, outcome, loop.now()))) {
      outcome.report(Result.refused(Phrase.of("gate.busy")));
    }
  }

  @Override
  public void connected() {
    trouble = Phrase.NONE;
    onLoop(
        () -> {
          told = "";
          gate.connected(loop.now());
        });
  }

  @Override
  public void heard(String line) {
    onLoop(() -> gate.heard(line, loop.now()));
  }

  @Override
  public void lost(Phrase why) {
    trouble = why;
    onLoop(() -> gate.lost(why));
  }

  /** By the broker, and so it may be our own, come back. */
  @Override
  public void stop(String by) {
    if (!by.startsWith("stop " + run) && status.state() != State.STOPPED) {
      String shown = by.replaceAll("[^\\p{L}\\p{N} ._-]", "");
      stopNow(Phrase.foreign("MQTT: " + shown.substring(0, Math.min(LONGEST_BY, shown.length()))));
    }
  }

  @Override
  public void disarm(String by) {
    disarmNow(Phrase.of("gate.disarmed", by));
  }

  void close() {
    link.close();
  }
}
