package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.simulator.Simulator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * {@code danmu practise}: goes through what most starts go through, against simulated rooms, and
 * tells nobody. The launcher makes its class archive from the classes that this takes.
 */
@Command(
    name = "practise",
    hidden = true,
    description = "What the launcher's class archive is made from.",
    footer = {"", "Example: danmu practise"})
final class PractiseCommand implements Callable<Integer> {
  private static final double RATE = 50;

  /** Each ends by itself; the simulator's rooms are added. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("watch", "--for", "2s"),
          List.of("watch", "--for", "1s", "--json"),
          List.of("serve", "--for", "1s", "--port", "0"));

  @Override
  public Integer call() throws Exception {
    PrintStream nothing = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Console nowhere = new Console(nothing, nothing, true);
    int worst = Main.run(nowhere, "simulate", "--port", "0", "--room", "bilibili:1", "--for", "1s");
    try (Simulator simulator = Simulator.start(Platforms.all(), SimulatedRooms.options(RATE))) {
      for (List<String> command : COMMANDS) {
        worst = Math.max(worst, Main.run(nowhere, arguments(command, simulator)));
      }
    }
    return worst == ExitCode.OK ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static String[] arguments(List<String> command, Simulator simulator) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--simulator", simulator.uri().toString()));
    Stream<String> rooms = Platforms.demoRooms().stream().map(RoomRef::toString);
    if (command.contains("serve")) {
      rooms = rooms.flatMap(room -> Stream.of("--room", room));
    }
    rooms.forEach(all::add);
    return all.toArray(String[]::new);
  }
}
