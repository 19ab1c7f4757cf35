package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.platform.RoomRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu watch}: 弹幕姬 in the terminal, or JSON lines for other programs. */
@Command(
    name = "watch",
    description = "Show the chat of rooms: coloured lines, or --json for programs.",
    footer = {"", "Example: danmu watch bilibili:21452505 --only chat,gift,super_chat"})
final class WatchCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "ROOM",
      description = "bilibili:21452505, or the URL in the browser's address bar.")
  List<String> rooms = new ArrayList<>();

  @Mixin NetworkOptions network = new NetworkOptions();

  @Option(names = "--json", description = "One JSON object a line (docs/events.md).")
  boolean json;

  @Option(names = "--only", split = ",", paramLabel = "TYPE", description = "These events only.")
  List<String> only = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", description = "End after N events.")
  long limit = Long.MAX_VALUE;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "End after 30s, 5m, 2h.")
  @Nullable Duration duration;

  @Option(names = "--raw", description = "Keep every event's raw message (2 KB each).")
  boolean raw;

  WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    network.checkSettings();
    List<RoomRef> refs = rooms.stream().map(Platforms::parse).toList();
    network.checkCookie(refs.stream().map(RoomRef::platform).collect(Collectors.toSet()));
    EventFilter filter = new EventFilter(only);
    Screen screen = new Screen(console.out(), console.terminal() && !json);
    EventPrinter printer =
        json
            ? new JsonLines(console.out())
            : new ColourLines(screen, console.terminal(), rooms.size() > 1);
    Stop stop = new Stop();
    WatchSink sink = new WatchSink(printer, filter, limit, rooms.size(), stop);
    try (stop;
        DanmuClient client = network.client().build()) {
      client.listen("watch", sink);
      refs.forEach(ref -> client.open(ref.toString(), network.roomSettings(ref.platform(), raw)));
      StatusLine status = StatusLine.start(screen, client);
      stop.await(duration);
      status.stop();
    } finally {
      screen.close();
    }
    return sink.allFailed() ? 1 : 0;
  }
}
