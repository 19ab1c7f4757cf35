package io.github.danmuhub.kafka.command;

import io.github.danmuhub.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code danmu rooms}. */
@Command(
    name = "rooms",
    description = "The rooms that all workers of a Kafka cluster hear (docs/scale.md).",
    footer = {"", "Example: danmu rooms add bilibili:21452505 --kafka 127.0.0.1:9092"})
public final class RoomsCommand {
  private RoomsCommand() {}

  /** With its subcommands, which write to {@code console}. */
  public static CommandLine with(Console console) {
    return new CommandLine(new RoomsCommand())
        .addSubcommand("add", new AddCommand(console))
        .addSubcommand("remove", new RemoveCommand(console))
        .addSubcommand("list", new ListCommand(console))
        .addSubcommand("move", new MoveCommand(console));
  }
}
