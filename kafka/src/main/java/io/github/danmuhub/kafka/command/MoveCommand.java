package io.github.danmuhub.kafka.command;

import io.github.danmuhub.cli.FeedOptions;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.HeardTopic;
import io.github.danmuhub.kafka.control.RoomsTopic;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu rooms move}. */
@Command(
    name = "move",
    description = "A room to another worker: into the emptiest of its partitions.",
    footer = {"", "Example: danmu rooms move bilibili:21452505 --to a-2 --kafka 127.0.0.1:9092"})
final class MoveCommand implements Callable<Integer> {
  private static final long RECENT_MS = 60_000;

  private final Console console;

  @Mixin ClusterOptions cluster = new ClusterOptions();

  @Mixin FeedOptions feeds = new FeedOptions();

  @Parameters(index = "0", paramLabel = "ROOM", description = "As rooms list names it.")
  String room = "";

  @Option(
      names = "--to",
      paramLabel = "WORKER",
      required = true,
      description = "The worker that is to hear it.")
  String worker = "";

  MoveCommand(Console console) {
    this.console = console;
  }

  /** Ends with 1 where the room is not wanted, or is there already. */
  @Override
  public Integer call() throws Exception {
    RoomRef named = feeds.names().read(room).room();
    int partition;
    try (HeardTopic heard = cluster.heard()) {
      partition = partition(heard.recent());
    }
    try (RoomsTopic topic = cluster.rooms()) {
      boolean moved = topic.move(named, partition);
      console.say(Phrase.of(moved ? "kafka.moved" : "kafka.not-moved", named, worker));
      return moved ? 0 : 1;
    }
  }

  private int partition(Map<String, Heard> words) {
    long now = System.currentTimeMillis();
    return words.entrySet().stream()
        .filter(word -> word.getValue().worker().equals(worker))
        .filter(word -> now - word.getValue().at() < RECENT_MS)
        .min(Comparator.comparingInt(word -> word.getValue().rooms().size()))
        .map(word -> Heard.partition(word.getKey()))
        .orElseThrow(() -> new UsageException(Phrase.of("kafka.no-worker", worker)));
  }
}
