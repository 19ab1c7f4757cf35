package io.github.danmuhub.kafka.command;

import io.github.danmuhub.cli.FeedOptions;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.kafka.control.RoomsTopic;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code danmu rooms remove}. */
@Command(
    name = "remove",
    description = "Rooms to be heard no more.",
    footer = {"", "Example: danmu rooms remove bilibili:21452505 --kafka 127.0.0.1:9092"})
final class RemoveCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ClusterOptions cluster = new ClusterOptions();

  @Mixin FeedOptions feeds = new FeedOptions();

  @Parameters(paramLabel = "ROOM", arity = "1..*", description = "As rooms list names it.")
  List<String> rooms = new ArrayList<>();

  RemoveCommand(Console console) {
    this.console = console;
  }

  /** Ends with 1 where one was not wanted anyway. */
  @Override
  public Integer call() throws Exception {
    List<RoomRef> named = rooms.stream().map(each -> feeds.names().read(each).room()).toList();
    boolean all = true;
    try (RoomsTopic topic = cluster.rooms()) {
      for (RoomRef room : named) {
        boolean was = topic.remove(room);
        all &= was;
        console.say(Phrase.of(was ? "kafka.removed" : "kafka.unwanted", room));
      }
    }
    return all ? 0 : 1;
  }
}
