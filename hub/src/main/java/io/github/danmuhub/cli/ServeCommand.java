package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.cli.terminal.RoomNews;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.server.DoorsPart;
import io.github.danmuhub.server.LogPart;
import io.github.danmuhub.server.OutputPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code danmu serve}: one process is the source of chat for everything else on the desk. */
@Command(
    name = "serve",
    description = "The hub: rooms behind HTTP, long poll, SSE and WebSocket; recordings.",
    footer = {"", "Example: danmu serve --room bilibili:545068"})
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--config", paramLabel = "FILE", description = "danmu.yaml (docs/serve.md).")
  @Nullable Path file;

  @Option(names = "--room", paramLabel = "ROOM", description = "A room to open at once.")
  List<String> rooms = new ArrayList<>();

  @Option(names = "--port", paramLabel = "N", description = "Instead of the configured one.")
  @Nullable Integer port;

  @Mixin NetworkOptions network = new NetworkOptions();

  @Mixin TimeLimit limit = new TimeLimit();

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    HubConfig config = file == null ? HubConfig.standard() : HubConfigReader.read(file);
    new ConfigCheck(file, config, network).run();
    network.checkCookie(Set.of()); // rooms of any platform may come later
    Recordings recordings = Recordings.configured(config.record(), console);
    try (Stop stop = new Stop()) {
      // the client is closed last: a listener that hangs must not keep the files open
      try (DanmuClient client = network.client().tap(recordings::tap).build()) {
        serve(config, client, recordings, stop);
      }
      return stop.ends(recordings.isWhole() ? 0 : 1);
    }
  }

  @SuppressWarnings("try") // the parts run while nothing is asked of them
  private void serve(HubConfig config, DanmuClient client, Recordings recordings, Stop stop)
      throws Exception {
    HubRooms hubRooms =
        new HubRooms(
            client,
            Platforms.names(),
            network.platformSettings(config.platforms()),
            config.server().limits().rooms());
    Telemetry telemetry = new Telemetry();
    List<Part> parts = new ArrayList<>();
    Supplier<EventLog> log = log(config, recordings, telemetry, parts);
    List<Addition> more =
        Additions.of(config, new HubTools(hubRooms, client.events(), log, telemetry, console));
    DoorsPart doors =
        new DoorsPart(
            server(config), hubRooms, client.events(), telemetry, log, Additions.doors(more));
    parts.add(doors);
    parts.addAll(OutputPart.all(config.outputs(), doors, client.events()));
    more.forEach(addition -> parts.add(addition.part()));
    parts.add(hubRooms); // they end first, so that their last events still go everywhere
    try (Parts running = Parts.start(parts, telemetry, console::say, Stop.CLOSING)) {
      client.listen("news", news()::print);
      if (config.server().archive() != null && config.record() == null) {
        console.say("archiving to " + config.server().archive());
      }
      open(hubRooms, config.rooms());
      open(hubRooms, rooms);
      console.out().println("ready " + doors.uri());
      console.out().flush();
      limit.await(stop);
    }
  }

  /** Adds the parts that keep the log; it can be asked for once they have started. */
  private Supplier<EventLog> log(
      HubConfig config, Recordings recordings, Telemetry telemetry, List<Part> parts) {
    parts.addAll(recordings.parts(config.server().limits()));
    if (recordings.keepEvents()) {
      return recordings::log;
    }
    LogPart own = new LogPart(server(config), telemetry);
    parts.add(own);
    return own::log;
  }

  private static void open(HubRooms hubRooms, List<String> rooms) throws RoomRefusedException {
    for (String room : rooms) {
      hubRooms.open(room);
    }
  }

  /** A hub that hears nothing says so, of rooms that were added by HTTP too. */
  private EventPrinter news() {
    return new RoomNews(new ColourLines(new Screen(console.err(), false), false, true));
  }

  private ServerConfig server(HubConfig config) {
    return port == null ? config.server() : config.server().withPort(port);
  }
}
