package io.github.danmuhub.kafka.command;

import io.github.danmuhub.cli.FeedOptions;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.kafka.control.RoomsTopic;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu rooms add}. */
@Command(
    name = "add",
    description = "Rooms to be heard from now on; one that is heard stays where it is.",
    footer = {"", "Example: danmu rooms add bilibili:21452505 douyin:123 --kafka 127.0.0.1:9092"})
final class AddCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ClusterOptions cluster = new ClusterOptions();

  @Mixin FeedOptions feeds = new FeedOptions();

  @Parameters(
      paramLabel = "ROOM",
      arity = "1..*",
      description = "PLATFORM:ROOM, or the URL in the browser's address bar.")
  List<String> rooms = new ArrayList<>();

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "One that the workers' files know (kafka.accounts).")
  String account = "";

  @Option(
      names = "--proxy",
      paramLabel = "NAME",
      description = "One that the workers' files know (kafka.proxies).")
  String proxy = "";

  @Option(
      names = "-o",
      paramLabel = "KEY=VALUE",
      description = "A setting of the platform for these rooms, such as -o transport=tcp.")
  Map<String, String> settings = new LinkedHashMap<>();

  AddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    List<RoomRef> named = rooms.stream().map(each -> feeds.names().read(each).room()).toList();
    RoomRecord wanted = wanted(System.currentTimeMillis());
    try (RoomsTopic topic = cluster.rooms()) {
      for (RoomRef room : named) {
        boolean isNew = topic.add(room, wanted);
        console.say(Phrase.of(isNew ? "kafka.added" : "kafka.changed", room));
      }
    }
    return 0;
  }

  private RoomRecord wanted(long now) {
    RoomRecord wanted = new RoomRecord(now, settings, account, proxy, RoomRecord.NOWHERE);
    try {
      return RoomRecord.read(wanted.write()); // as strictly as the workers
    } catch (MalformedException e) {
      throw new UsageException(Phrase.foreign(e.why()), e);
    }
  }
}
