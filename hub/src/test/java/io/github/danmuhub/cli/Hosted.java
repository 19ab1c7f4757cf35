package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Simulators of today's rules for a test's rooms. */
final class Hosted {
  private Hosted() {}

  /** A client whose traffic goes there. */
  static DanmuClient client(Simulator simulator) {
    return DanmuClient.builder(Platforms.array()).simulator(simulator.uri()).build();
  }

  /** Rooms with a believable script. */
  static Simulator scripted(double rate, String... rooms) throws IOException {
    return start(
        rate,
        Stream.of(rooms).map(room -> new SimulatedRoom(Platforms.parse(room), List.of())).toList());
  }

  /** A room that plays a capture. */
  static Simulator replaying(double rate, String room, List<? extends Recorded> frames)
      throws IOException {
    return start(rate, List.of(new SimulatedRoom(Platforms.parse(room), frames)));
  }

  /** A scripted room of a site that does these things wrong. */
  static Simulator faulty(PendingFaults faults, String room) throws IOException {
    return start(5, List.of(new SimulatedRoom(Platforms.parse(room), List.of())), faults);
  }

  private static Simulator start(double rate, List<SimulatedRoom> rooms) throws IOException {
    return start(rate, rooms, PendingFaults.none());
  }

  private static Simulator start(double rate, List<SimulatedRoom> rooms, PendingFaults faults)
      throws IOException {
    SimulationOptions options = new SimulationOptions(rooms, Rules.TODAY, rate, 1, false, faults);
    return Simulator.start(Platforms.all(), new SimulatorOptions(0, options));
  }
}
