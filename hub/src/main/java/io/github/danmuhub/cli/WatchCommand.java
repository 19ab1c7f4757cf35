package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.cli.terminal.JsonLines;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.cli.terminal.StatusLine;
import io.github.danmuhub.cli.terminal.WhileRead;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code danmu watch}: 弹幕姬 in the terminal, or JSON lines for other programs. */
@Command(
    name = "watch",
    description = "Show the chat of rooms: coloured lines, or --json for programs.",
    footer = {"", "Example: danmu watch bilibili:21452505 --only chat,gift,super_chat"})
final class WatchCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ListenOptions listen = new ListenOptions();

  @Option(names = "--json", description = "One JSON object a line (docs/events.md).")
  boolean json;

  @Option(names = "--only", split = ",", paramLabel = "TYPE", description = "These events only.")
  List<String> only = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", description = "End after N events.")
  long limit = Long.MAX_VALUE;

  WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1) {
      throw new UsageException(Phrase.of("usage.least", "--limit", 1));
    }
    List<RoomRef> rooms = listen.rooms();
    EventFilter filter = new EventFilter(only);
    Screen screen = new Screen(console.out(), console.terminal() && !json);
    EventPrinter printer =
        json
            ? new JsonLines(console.out())
            : new ColourLines(screen, console.colours(), rooms.size() > 1, console.words());
    Stop stop = new Stop(console);
    EventPrinter read = new WhileRead(printer, console.out(), stop::ask);
    WatchSink sink = new WatchSink(read, filter, limit, rooms.size(), stop);
    try (stop;
        screen;
        DanmuClient client = listen.client(console).build()) {
      client.listen("watch", sink);
      listen.open(client, rooms);
      StatusLine status = StatusLine.start(screen, client, console.words());
      listen.limit.await(stop);
      status.stop();
      return stop.ends(sink.allFailed() ? 1 : 0);
    }
  }
}
