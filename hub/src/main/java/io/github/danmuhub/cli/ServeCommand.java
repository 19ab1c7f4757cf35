package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.cli.terminal.RoomNews;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.config.RecordConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.HubServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
    try (Stop stop = new Stop()) {
      @Nullable Recordings recordings = Recordings.open(config.record(), console);
      // the client is closed last: a listener that hangs must not keep the files open
      try (DanmuClient client = client(config.record(), recordings);
          recordings) {
        serve(config, client, recordings, stop);
      }
      return stop.ends(recordings == null || recordings.isWhole() ? 0 : 1);
    }
  }

  /** A hub that hears nothing says so, of rooms that were added by HTTP too. */
  private EventPrinter news() {
    return new RoomNews(new ColourLines(new Screen(console.err(), false), false, true));
  }

  private void serve(
      HubConfig config, DanmuClient client, @Nullable Recordings recordings, Stop stop)
      throws Exception {
    HubRooms hubRooms =
        new HubRooms(
            client,
            Platforms.names(),
            network.platformSettings(config.platforms()),
            config.server().limits().rooms());
    // the rooms end before the doors, so that their last events still go out
    try (HubServer server = HubServer.start(server(config), config.outputs(), hubRooms);
        hubRooms) {
      server.hear(client.events());
      client.listen("titles", hubRooms);
      client.listen("news", news()::print);
      if (recordings != null) {
        recordings.hear(client);
        recordings.showOn(server);
        console.say("recording to " + recordings.dir());
      }
      if (config.server().archive() != null) {
        console.say("archiving to " + config.server().archive());
      }
      for (String room : config.rooms()) {
        hubRooms.open(room);
      }
      for (String room : rooms) {
        hubRooms.open(room);
      }
      console.out().println("ready " + server.uri());
      console.out().flush();
      limit.await(stop);
    }
  }

  private DanmuClient client(@Nullable RecordConfig config, @Nullable Recordings recordings) {
    DanmuClient.Builder builder = network.client();
    if (config != null && recordings != null && config.frames()) {
      recordings.captureFrames(builder, false);
    }
    return builder.build();
  }

  private ServerConfig server(HubConfig config) {
    return port == null ? config.server() : config.server().withPort(port);
  }
}
