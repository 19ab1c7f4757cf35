package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.site.BroadcastSchedule;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.FaultWords;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code danmu simulate}: the platforms' other side on 127.0.0.1. */
@Command(
    name = "simulate",
    description =
        "Be the platforms: lookups, sockets and chat on 127.0.0.1, strict like the real ones.",
    footer = {"", "Example: danmu simulate --port 7001 --room bilibili:545068 --rate 20"})
final class SimulateCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--port", paramLabel = "N", description = "0 picks a free one (default).")
  int port;

  @ArgGroup(exclusive = false, multiplicity = "1..*")
  List<Hosted> rooms = new ArrayList<>();

  /** A room, and what is played into it. */
  static final class Hosted {
    @Option(names = "--room", required = true, paramLabel = "ROOM", description = "A hosted room.")
    String room = "";

    @Option(
        names = "--replay",
        paramLabel = "FILE",
        description =
            "What to play into the room just named: a capture of its platform (JSONL, HAR, .bin),"
                + " or a recording of any platform.")
    @Nullable Path replay;
  }

  @Option(
      names = "--rate",
      paramLabel = "N",
      converter = Rate.class,
      description = "Messages a second a room (default: 5, or the capture's own times).")
  double rate;

  @Option(names = "--seed", paramLabel = "N", description = "Of everything that looks random.")
  long seed = 1;

  @Option(names = "--loop", description = "Start a replay again at its end, with fresh ids.")
  boolean loop;

  @Option(
      names = "--live",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "End each broadcast after so long, such as 30s (default: never).")
  @Nullable Duration live;

  @Option(
      names = "--offline",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "So long between two broadcasts; without --live, before the first one.")
  @Nullable Duration offline;

  @Mixin TimeLimit limit = new TimeLimit();

  @Option(
      names = "--fault",
      paramLabel = "KIND[:N|:always]",
      description = "What goes wrong: ${COMPLETION-CANDIDATES}",
      completionCandidates = FaultNames.class)
  List<String> faults = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "YEAR",
      description = "today (default), or 2022: what the tutorials' scripts were written for.")
  String rules = "today";

  @Mixin SiteOptions site = new SiteOptions();

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    SimulatorOptions options = new SimulatorOptions(port, simulation());
    try (Stop stop = new Stop(console);
        Simulator simulator = start(options)) {
      console.out().println("ready " + simulator.uri());
      console.out().flush();
      limit.await(stop);
      simulator
          .tallies()
          .forEach((site, counts) -> counts.forEach((what, n) -> say(site, what, n)));
      return stop.ends(0);
    }
  }

  private Simulator start(SimulatorOptions options) {
    try {
      return Simulator.start(site.platforms(), options);
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("simulate.port", Phrase.library(e.getMessage())), e);
    }
  }

  private void say(String site, String what, long count) {
    console.say(Phrase.of("simulate.tally", site, Phrase.library(what), count));
  }

  private SimulationOptions simulation() {
    List<SimulatedRoom> hosted = rooms.stream().map(this::hosted).toList();
    PendingFaults struck = FaultWords.parse(faults);
    return new SimulationOptions(hosted, rules(), rate, seed, loop, struck, onAir());
  }

  private BroadcastSchedule onAir() {
    return new BroadcastSchedule(live != null || offline == null, millis(live), millis(offline));
  }

  private static long millis(@Nullable Duration time) {
    return time == null ? BroadcastSchedule.FOR_EVER : time.toMillis();
  }

  private Rules rules() {
    return switch (rules) {
      case "today" -> Rules.TODAY;
      case "2022" -> Rules.YEAR_2022;
      default -> throw new UsageException(Phrase.of("simulate.rules", rules));
    };
  }

  private SimulatedRoom hosted(Hosted hosted) {
    RoomNames.Named named = site.feeds.names().read(hosted.room);
    Path file = hosted.replay;
    if (file == null) {
      return new SimulatedRoom(named.room(), List.of());
    }
    Optional<PlayedRecording> recording = PlayedRecording.at(file);
    return recording.isPresent()
        ? recorded(named, file, recording.get())
        : captured(named, Replay.read(file, named.platform()));
  }

  private SimulatedRoom recorded(RoomNames.Named named, Path file, PlayedRecording recording) {
    if (!(named.platform() instanceof Simulatable)) {
      throw new CommandFailure(Phrase.of("simulate.captures", file, named.platform().id()));
    }
    console.say(Phrase.of("simulate.events", file, named.room()));
    return new SimulatedRoom(named.room(), List.of(), recording);
  }

  private SimulatedRoom captured(RoomNames.Named named, Replay replay) {
    console.say(Phrase.of("simulate.frames", replay.words(), named.room()));
    return new SimulatedRoom(named.room(), replay.said());
  }
}
