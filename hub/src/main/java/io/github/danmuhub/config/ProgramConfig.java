package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.text.Phrase;
import java.util.List;

/**
 * A program that rules may start, without a shell: the arguments of a rule are added behind these.
 *
 * @param command the program and its first arguments
 * @param seconds it is ended after so long
 */
public record ProgramConfig(List<String> command, Integer seconds) {
  private static final int HOUR = 3_600;

  public ProgramConfig {
    command = List.copyOf(requireNonNullElse(command, List.of()));
    seconds = Range.upTo(HOUR, "devices.run.seconds", requireNonNullElse(seconds, 10));
    if (command.isEmpty() || command.get(0).isBlank()) {
      throw new BadValueException("devices.run.command", Phrase.of("config.command"));
    }
  }
}
