package io.github.danmuhub.cli;

import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.export.Exporter;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What this program has beside what every one has. */
record Extensions(List<Extension> all) {
  static final Extensions NONE = new Extensions(List.of());

  /** Commands of artifacts of their own, which people may ask the plain program for. */
  private static final Map<String, Phrase> ELSEWHERE =
      Map.of("rooms", Phrase.of("usage.kafka", "rooms"));

  Extensions {
    all = List.copyOf(all);
  }

  List<Exporter> formats() {
    return all.stream().flatMap(extension -> extension.formats().stream()).toList();
  }

  Map<String, Function<Console, Object>> commands() {
    Map<String, Function<Console, Object>> commands = new TreeMap<>();
    all.forEach(extension -> commands.putAll(extension.commands()));
    return commands;
  }

  /** Those behind {@code /api/rooms}: each extension may stand before them. */
  Rooms rooms(HubConfig config, HubRooms own, Rooms shown) {
    Rooms rooms = shown;
    for (Extension extension : all) {
      rooms = extension.rooms(config, own, rooms);
    }
    return rooms;
  }

  List<Addition> additions(HubConfig config, HubTools tools) {
    return all.stream().flatMap(extension -> extension.additions(config, tools).stream()).toList();
  }

  /** Where the command is that this program does not have; null where nobody knows. */
  static @Nullable Phrase elsewhere(String command) {
    return ELSEWHERE.get(command);
  }

  /**
   * Refuses what only another artifact does.
   *
   * @param file where {@code config} is from
   * @throws ConfigException with line and column
   */
  void check(Path file, HubConfig config) throws ConfigException {
    boolean known = all.stream().anyMatch(extension -> extension.keys().contains("kafka"));
    if (config.kafka() != null && !known) {
      throw HubConfigReader.refusal(file, Phrase.of("usage.kafka", "kafka"), "kafka");
    }
  }
}
