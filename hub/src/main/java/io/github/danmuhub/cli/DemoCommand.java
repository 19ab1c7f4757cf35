package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.cli.terminal.StatusLine;
import io.github.danmuhub.cli.terminal.WhileRead;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.text.Phrase;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code danmu demo}: a hub and its pages, with the real clients against the simulator, over real
 * sockets, with no network.
 */
@Command(
    name = "demo",
    description =
        "Show everything with no network: a dashboard, a simulated room of every platform, and a"
            + " cat toy that they vote on.",
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

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Of the dashboard (default: a free one).")
  int port;

  @Option(names = "--no-open", description = "Do not open the dashboard in a browser.")
  boolean staysClosed;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Screen screen = new Screen(console.out(), console.terminal());
    try (Stop stop = new Stop(console);
        screen;
        DemoToy toy = DemoToy.create();
        Simulator simulator = Simulator.start(Platforms.all(), SimulatedRooms.options(rate));
        DanmuClient client =
            DanmuClient.builder(Platforms.array()).simulator(simulator.uri()).build()) {
      console.say(Phrase.of("demo.begins", simulator.uri()));
      show(client, toy, screen, stop);
      return stop.ends(0);
    }
  }

  @SuppressWarnings("try") // the hub runs while nothing is asked of it
  private void show(DanmuClient client, DemoToy toy, Screen screen, Stop stop) throws Exception {
    HubConfig config = toy.config(port);
    Recordings none = Recordings.configured(null, Platforms.all(), console);
    HubParts hub =
        HubParts.of(config, client, PlatformSettings.DEFAULT, none, console, Extensions.NONE);
    try (Parts running = hub.start(console)) {
      URI dashboard = hub.doors().uri().resolve("/");
      console.say(Phrase.of("demo.pages", dashboard, dashboard.resolve("settings/overlay")));
      EventPrinter lines = new ColourLines(screen, console.colours(), true, console.words());
      client.listen("demo", new WhileRead(lines, console.out(), stop::ask)::print);
      for (RoomRef room : Platforms.demoRooms()) {
        hub.rooms().open(room.toString());
      }
      toy.arm(hub.doors().uri());
      if (!staysClosed) {
        Desktop.here().open(dashboard);
      }
      StatusLine status = StatusLine.start(screen, client, console.words());
      limit.await(stop);
      status.stop();
    }
  }
}
