package io.github.danmuhub.cli;

import io.github.danmuhub.config.DeviceConfig;
import io.github.danmuhub.device.DevicesPart;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.overlay.OverlayKinds;
import io.github.danmuhub.stream.EventStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What rules can do: what they are checked against without a hub that runs. */
final class ActionKinds {
  private ActionKinds() {}

  /**
   * All of them, by name.
   *
   * @param devices those that may be named; of none: any name is good
   */
  static Map<String, ActionKind> all(Map<String, DeviceConfig> devices) {
    Map<String, ActionKind> kinds = new TreeMap<>();
    Stream.concat(
            Stream.of(OverlayKinds.SHOW, OverlayKinds.SAY),
            new DevicesPart(devices, new EventStream()).sinks().stream().map(ActionSink::kind))
        .forEach(kind -> kinds.put(kind.name(), kind));
    return kinds;
  }
}
