package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.cli.terminal.StatusLine;
import io.github.danmuhub.cli.terminal.WhileRead;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code danmu demo}: the real clients against the simulator, over real sockets, with no network.
 */
@Command(
    name = "demo",
    description = "Show everything with no network: simulated rooms of every platform.",
    footer = {"", "Example: danmu demo --for 30s"})
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin TimeLimit limit = new TimeLimit();

  @Option(
      names = "--rate",
      paramLabel = "N",
      converter = Rate.class,
      description = "Messages a second a room (default 5).")
  double rate = SimulationOptions.SCRIPT_RATE;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Screen screen = new Screen(console.out(), console.terminal());
    try (Stop stop = new Stop();
        screen;
        Simulator simulator = Simulator.start(Platforms.all(), options(rate));
        DanmuClient client =
            DanmuClient.builder(Platforms.array()).simulator(simulator.uri()).build()) {
      console.say("simulated platforms at " + simulator.uri() + "; Ctrl-C ends it");
      EventPrinter lines = new ColourLines(screen, console.terminal(), true);
      client.listen("demo", new WhileRead(lines, console.out(), stop::ask)::print);
      for (RoomRef room : Platforms.demoRooms()) {
        client.open(room.toString(), RoomSettings.DEFAULT);
      }
      StatusLine status = StatusLine.start(screen, client);
      limit.await(stop);
      status.stop();
      return stop.ends(0);
    }
  }

  /** A room of every platform, with so many messages a second each. */
  static SimulatorOptions options(double rate) {
    List<SimulatedRoom> rooms =
        Platforms.demoRooms().stream().map(room -> new SimulatedRoom(room, List.of())).toList();
    return new SimulatorOptions(
        0, new SimulationOptions(rooms, Rules.TODAY, rate, 1, false, PendingFaults.none()));
  }
}
