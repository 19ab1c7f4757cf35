package io.github.danmuhub.device;

import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.rule.action.Parameter;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * {@code mqtt: {name: lamp, text: "ON"}} and {@code serial: {name: plotter, text: "G1 X10"}}: said
 * as it is, to a device that never answers.
 */
final class TextSink implements ActionSink {
  private final Devices devices;
  private final ActionKind kind;

  /**
   * @param kind {@code mqtt} or {@code serial}
   * @param names of the devices that take this kind
   */
  TextSink(String kind, Devices devices, List<String> names) {
    this.devices = devices;
    this.kind =
        ActionKind.of(
            kind,
            Parameter.oneOf("name", true, names),
            Parameter.required("text", Parameter.Type.TEXT));
  }

  @Override
  public ActionKind kind() {
    return kind;
  }

  @Override
  public void perform(Action action, Outcome outcome) {
    String name = action.parameters().text("name", "");
    String text = action.parameters().text("text", "");
    Optional<Device> device = devices.find(name);
    if (action.dryRun()) {
      outcome.report(Result.dryRun(Phrase.foreign(name + ": " + text)));
    } else if (device.isPresent()) {
      device.get().text(text, outcome);
    } else {
      outcome.report(Result.refused(Phrase.of("act.no-device", name)));
    }
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
