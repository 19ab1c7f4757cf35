package io.github.danmuhub.cli;

import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.SimulatorOptions;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;

/** Simulators that replay real captures, quickly. */
final class Replays {
  private static final double RATE = 2_000;

  private Replays() {}

  static SimulatorOptions of(String room, String capture, Rules rules)
      throws IOException, MalformedException {
    return of(0, room, capture, rules);
  }

  static SimulatorOptions of(int port, String room, String capture, Rules rules)
      throws IOException, MalformedException {
    SimulatedRoom hosted =
        new SimulatedRoom(
            Platforms.parse(room), CaptureReader.read(Captures.dir().resolve(capture)).inbound());
    return new SimulatorOptions(
        port, new SimulationOptions(List.of(hosted), rules, RATE, 1, false, PendingFaults.none()));
  }
}
