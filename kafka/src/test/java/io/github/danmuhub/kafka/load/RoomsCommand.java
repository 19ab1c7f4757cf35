package io.github.danmuhub.kafka.load;

import io.github.danmuhub.kafka.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code danmu rooms …} in a process of its own. */
final class RoomsCommand {
  private RoomsCommand() {}

  /** How it ended, and what it said. */
  record Ended(int exitCode, String said) {}

  /**
   * Runs it to its end.
   *
   * @param dir what it says goes to a file there
   * @param arguments from the subcommand on
   */
  static Ended run(Path dir, BrokerProcess broker, String verb, List<String> arguments)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("rooms", verb, "--kafka", broker.address()));
    all.addAll(arguments);
    Path said = Files.createTempFile(dir, verb, ".log");
    List<String> jvm = List.of("-Xmx128m");
    try (Child command = Child.start(said, jvm, Main.class.getName(), all.toArray(String[]::new))) {
      return new Ended(command.exitCode(), command.said());
    }
  }
}
