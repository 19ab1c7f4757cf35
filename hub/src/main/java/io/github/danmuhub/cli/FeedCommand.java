package io.github.danmuhub.cli;

import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.feed.FeedPlatform;
import io.github.danmuhub.feed.learn.FeedDraft;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu feed}: a site that a file describes, shown like any room. */
@Command(
    name = "feed",
    description = "Show a site that is described in YAML instead of programmed.",
    footer = {"", "Example: danmu feed examples/feeds/kuaixun.yaml"})
final class FeedCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FEED.yaml",
      description = "The site (docs/feed.md).")
  @Nullable Path file;

  @Parameters(
      index = "1..*",
      paramLabel = "ROOM",
      description = "Rooms of it; by default the first one that the file names.")
  List<String> rooms = new ArrayList<>();

  @Mixin NetworkOptions network = new NetworkOptions();

  @Mixin TimeLimit limit = new TimeLimit();

  @Option(
      names = "--learn",
      paramLabel = "CAPTURE",
      description = "Write the first draft of such a file to stdout, from a capture of the site.")
  @Nullable Path learn;

  @Option(names = "--json", description = "One JSON object a line (docs/events.md).")
  boolean json;

  @Option(names = "--limit", paramLabel = "N", description = "End after N events.")
  long most = Long.MAX_VALUE;

  @Option(names = "--raw", description = "Keep every event's raw message.")
  boolean raw;

  FeedCommand(Console console) {
    this.console = console;
  }

  /** It is watched: a feed is a platform like any other. */
  @Override
  public Integer call() throws InterruptedException {
    if (learn != null) {
      console.out().print(draft(learn));
      console.out().flush();
      return 0;
    }
    if (file == null) {
      throw new UsageException(Phrase.of("feed.which"));
    }
    network.feeds.add(file);
    FeedPlatform feed = network.feeds.feeds().get(network.feeds.files.size() - 1);
    WatchCommand watch = new WatchCommand(console);
    watch.listen.network = network;
    watch.listen.limit = limit;
    watch.listen.raw = raw;
    watch.json = json;
    watch.limit = most;
    watch.listen.names =
        rooms.isEmpty()
            ? List.of(feed.firstRoom().toString())
            : rooms.stream().map(room -> feed.id() + ":" + room).toList();
    return watch.call();
  }

  private static String draft(Path capture) {
    try {
      return FeedDraft.of(CaptureReader.read(capture));
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("file.unreadable", capture, FileTrouble.words(e)), e);
    } catch (MalformedException e) {
      throw new CommandFailure(Phrase.of("capture.none", capture, Phrase.library(e.why())));
    }
  }
}
