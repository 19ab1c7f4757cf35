package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.inspect.Inspection;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu inspect}: frames taken apart, down to the events they become. */
@Command(
    name = "inspect",
    description = "Take frames apart: layers, fields in words, and the events they become.",
    footer = {
      "",
      "Example: danmu inspect 0000001a0010000100000008000000017b22636f6465223a307d",
      "Without INPUT, and for -, it reads stdin."
    })
final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description = "Hex, base64, or a file: .bin, HAR, a JSONL capture; - is stdin.")
  List<String> inputs = new ArrayList<>();

  @Option(names = "--platform", paramLabel = "X", description = "Do not guess the platform.")
  @Nullable String platform;

  @Mixin FeedOptions feeds = new FeedOptions();

  @Option(names = "--json", description = "One JSON object for each input.")
  boolean json;

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean complete = true;
    for (String input : inputs.isEmpty() ? List.of("-") : inputs) {
      complete &= inspect(new InspectedWord(input));
    }
    return complete ? 0 : 1;
  }

  private boolean inspect(InspectedWord input) throws IOException {
    Inspection inspection = inspection(input.bytes());
    boolean complete = inspection.isComplete();
    if (!complete && !inspection.input().equals("hex") && input.mayBeName()) {
      console.say(input.word() + ": no such file; taken for " + inspection.input());
    }
    if (json) {
      inspection.writeJson(console.out());
    } else {
      inspection.print(line -> console.out().println(Printable.line(line)));
    }
    console.out().flush();
    return complete;
  }

  private Inspection inspection(byte[] bytes) {
    try {
      return Inspection.of(feeds.platforms(), platform, bytes, System.currentTimeMillis());
    } catch (MalformedException e) {
      throw new CommandFailure("cannot inspect this: " + e.why());
    }
  }
}
