package io.github.danmuhub.device;

import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.rule.action.Parameter;
import io.github.danmuhub.text.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code device: {name: toy, part: laser, x: 10, y: -5, for: 5s}}: a part of a toy moves. */
final class DeviceSink implements ActionSink {
  private static final Duration OFF = Duration.ZERO;

  private final Devices devices;
  private final ActionKind kind;

  /**
   * @param names of the devices that take this kind
   */
  DeviceSink(Devices devices, List<String> names) {
    this.devices = devices;
    this.kind =
        ActionKind.of(
            "device",
            Parameter.oneOf("name", true, names),
            Parameter.required("part", Parameter.Type.TEXT),
            Parameter.optional("x", Parameter.Type.WHOLE),
            Parameter.optional("y", Parameter.Type.WHOLE),
            Parameter.required("for", Parameter.Type.DURATION));
  }

  @Override
  public ActionKind kind() {
    return kind;
  }

  @Override
  public void perform(Action action, Outcome outcome) {
    String name = action.parameters().text("name", "");
    Move move = move(action);
    if (action.dryRun()) {
      outcome.report(Result.dryRun(words(name, move)));
      return;
    }
    Optional<Device> device = devices.find(name);
    if (device.isPresent()) {
      device.get().move(move, outcome);
    } else {
      outcome.report(Result.refused(Phrase.of("act.no-device", name)));
    }
  }

  private static Move move(Action action) {
    return new Move(
        action.parameters().text("part", ""),
        whole(action, "x"),
        whole(action, "y"),
        (int) Math.min(Integer.MAX_VALUE, action.parameters().duration("for", OFF).toMillis()));
  }

  private static int whole(Action action, String name) {
    long value = action.parameters().whole(name, 0);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  private static Phrase words(String name, Move move) {
    return move.ms() == 0
        ? Phrase.of("act.off", name, move.actuator())
        : Phrase.of("act.move", name, move.actuator(), move.x(), move.y(), move.ms());
  }

  @Override
  public void onTick(long ticks) {
    devices.decided();
  }

  @Override
  public void onRulesChanged() {
    devices.disarm(Phrase.of("gate.rules-changed"));
  }

  @Override
  public long stops() {
    return devices.stops();
  }
}
