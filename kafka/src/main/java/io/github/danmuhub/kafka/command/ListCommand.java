package io.github.danmuhub.kafka.command;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.HeardTopic;
import io.github.danmuhub.kafka.control.RoomTable;
import io.github.danmuhub.kafka.control.RoomsTopic;
import io.github.danmuhub.text.Phrase;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code danmu rooms list}. */
@Command(
    name = "list",
    description = "The wanted rooms: zone, worker, state, seconds since it was heard, account.",
    footer = {"", "Example: danmu rooms list --kafka 127.0.0.1:9092"})
final class ListCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ClusterOptions cluster = new ClusterOptions();

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, Heard> words;
    try (HeardTopic heard = cluster.heard()) {
      words = heard.all();
    }
    RoomTable table;
    try (RoomsTopic topic = cluster.rooms()) {
      table = topic.table();
    }
    RoomLines.of(table, words, System.currentTimeMillis()).forEach(console.out()::println);
    console.out().flush();
    if (table.rooms().isEmpty()) {
      console.say(Phrase.of("kafka.no-rooms"));
    }
    return 0;
  }
}
