package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.cli.terminal.RoomNews;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.text.Phrase;
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
  private final Extensions more;

  @Option(names = "--config", paramLabel = "FILE", description = "danmu.yaml (docs/serve.md).")
  @Nullable Path file;

  @Option(names = "--room", paramLabel = "ROOM", description = "A room to open at once.")
  List<String> rooms = new ArrayList<>();

  @Option(names = "--port", paramLabel = "N", description = "Instead of the configured one.")
  @Nullable Integer port;

  @Mixin NetworkOptions network = new NetworkOptions();

  @Mixin TimeLimit limit = new TimeLimit();

  ServeCommand(Console console, Extensions more) {
    this.console = console;
    this.more = more;
  }

  @Override
  public Integer call() throws Exception {
    HubConfig config = onPort(file == null ? HubConfig.standard() : HubConfigReader.read(file));
    if (file != null) {
      more.check(file, config);
    }
    config.feeds().forEach(feed -> network.feeds.add(PathName.of(feed)));
    new ConfigCheck(file, config, network).run();
    network.checkCookie(Set.of()); // rooms of any platform may come later
    if (network.browser.isAskedFor()) {
      network.throughPages(rooms.stream().map(network::room).toList());
    }
    Recordings recordings =
        Recordings.configured(config.record(), network.feeds.platforms(), console);
    try (Stop stop = new Stop(console)) {
      // the client is closed last: a listener that hangs must not keep the files open
      try (DanmuClient client = network.client(console).tap(recordings::tap).build()) {
        serve(config, client, recordings, stop);
      }
      return stop.ends(recordings.isWhole() ? 0 : 1);
    }
  }

  @SuppressWarnings("try") // the parts run while nothing is asked of them
  private void serve(HubConfig config, DanmuClient client, Recordings recordings, Stop stop)
      throws Exception {
    PlatformSettings settings = network.platformSettings(config.platforms());
    HubParts hub = HubParts.of(config, client, settings, recordings, console, more);
    try (Parts running = hub.start(console)) {
      client.listen("news", news()::print);
      String archive = config.server().archive();
      if (archive != null && config.record() == null) {
        console.say(Phrase.of("serve.log", archive));
      }
      config.rooms().forEach(room -> openOrSay(hub.rooms(), room));
      for (String room : rooms) {
        hub.rooms().open(room);
      }
      console.out().println("ready " + hub.doors().uri());
      console.out().flush();
      limit.await(stop);
    }
  }

  /** A share link that leads nowhere today costs the file's other rooms nothing. */
  private void openOrSay(HubRooms hubRooms, String room) {
    try {
      hubRooms.open(room);
    } catch (RoomRefusedException refused) {
      console.say(Phrase.of("serve.left.out", String.valueOf(refused.getMessage())));
    }
  }

  /** A hub that hears nothing says so, of rooms that were added by HTTP too. */
  private EventPrinter news() {
    return new RoomNews(
        new ColourLines(new Screen(console.err(), false), false, true, console.words()));
  }

  private HubConfig onPort(HubConfig config) {
    return port == null ? config : config.onPort(port);
  }
}
