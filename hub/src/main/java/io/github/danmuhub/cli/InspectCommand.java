package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.inspect.Inspection;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu inspect}: frames taken apart, down to the events they become. */
@Command(
    name = "inspect",
    description = "Take frames apart: layers, fields in words, and the events they become.",
    footer = {
      "",
      "Example: danmu inspect 0000001a0010000100000008000000017b22636f6465223a307d",
      "Without INPUT it reads stdin."
    })
final class InspectCommand implements Callable<Integer> {
  private static final int LIMIT = 64 << 20;

  private final Console console;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description = "Hex, base64, or a file: .bin, HAR, a JSONL capture; - is stdin.")
  List<String> inputs = new ArrayList<>();

  @Option(names = "--platform", paramLabel = "X", description = "Do not guess the platform.")
  @Nullable String platform;

  @Option(names = "--json", description = "One JSON object for each input.")
  boolean json;

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean complete = true;
    for (String input : inputs.isEmpty() ? List.of("-") : inputs) {
      Inspection inspection = inspect(input);
      if (json) {
        inspection.writeJson(console.out());
      } else {
        inspection.print(console.out());
      }
      console.out().flush();
      complete &= inspection.isComplete();
    }
    return complete ? 0 : 1;
  }

  private Inspection inspect(String input) throws IOException {
    try {
      return Inspection.of(Platforms.all(), platform, bytes(input), System.currentTimeMillis());
    } catch (MalformedException e) {
      throw new CommandFailure("cannot inspect this: " + e.why());
    }
  }

  private static byte[] bytes(String input) throws IOException {
    if (input.equals("-")) {
      return System.in.readNBytes(LIMIT);
    }
    Path file = file(input);
    if (file == null || !Files.isRegularFile(file)) {
      return input.getBytes(UTF_8);
    }
    if (Files.size(file) > LIMIT) {
      throw new CommandFailure(file + " is larger than 64 MiB: cut it first");
    }
    return Files.readAllBytes(file);
  }

  private static @Nullable Path file(String input) {
    try {
      return Path.of(input);
    } catch (InvalidPathException hexOrBase64) {
      return null;
    }
  }
}
