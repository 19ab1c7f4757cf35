package io.github.danmuhub.cli;

import io.github.danmuhub.capture.CaptureFile;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.inspect.Comparison;
import io.github.danmuhub.inspect.InspectOptions;
import io.github.danmuhub.inspect.Inspection;
import io.github.danmuhub.inspect.proto.NamedLayers;
import io.github.danmuhub.inspect.proto.ProtoFile;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.text.UsageException;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.file.Path;
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
      description =
          "Hex in any dress, base64, or a file: a capture, HAR, mitmproxy's flows, pcap, .bin; -"
              + " is stdin.")
  List<String> inputs = new ArrayList<>();

  @Option(names = "--platform", paramLabel = "X", description = "Do not guess the platform.")
  @Nullable String platform;

  @Mixin FeedOptions feeds = new FeedOptions();

  @Option(names = "--json", description = "One JSON object for each input.")
  boolean json;

  @Option(
      names = "--as",
      paramLabel = "FORM",
      description = "What the input is: hex, \"hex dump\", base64, text, bytes …")
  @Nullable String as;

  @Option(
      names = "--filter",
      paramLabel = "KEY=VALUE",
      description = "These frames only: event=chat, cmd=DANMU_MSG, direction=sent, or any field.")
  List<String> filter = new ArrayList<>();

  @Option(names = "--depth", paramLabel = "N", description = "So many layers only.")
  int depth = Integer.MAX_VALUE;

  @Option(names = "--hex", description = "Show the bytes, too.")
  boolean hex;

  @Option(
      names = "--schema",
      paramLabel = "FILE.proto",
      description = "What the fields of protobuf are called.")
  @Nullable Path schema;

  @Option(
      names = "--message",
      paramLabel = "NAME",
      description = "Which message of the schema it is; without it the one that fits.")
  @Nullable String message;

  @Option(
      names = "--diff",
      description = "Of two captures: which messages and fields are new, gone or of another type.")
  boolean diff;

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (depth < 1) {
      throw new UsageException(Phrase.of("usage.least", "--depth", 1));
    }
    if (message != null && schema == null) {
      throw new UsageException(Phrase.of("inspect.message"));
    }
    if (diff) {
      return difference();
    }
    boolean complete = true;
    for (String input : inputs.isEmpty() ? List.of("-") : inputs) {
      try (InspectedWord word = new InspectedWord(input)) {
        complete &= inspect(word);
      }
    }
    return complete ? 0 : 1;
  }

  private InspectOptions options() {
    return new InspectOptions(platform, as, filter, depth, hex, schema());
  }

  private @Nullable NamedLayers schema() {
    if (schema == null) {
      return null;
    }
    try {
      return new NamedLayers(ProtoFile.read(schema), message);
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("file.unreadable", schema, FileTrouble.words(e)), e);
    } catch (MalformedException e) {
      throw new CommandFailure(Phrase.of("file.at", schema, Phrase.library(e.why())));
    }
  }

  private boolean inspect(InspectedWord input) throws IOException {
    Inspection inspection = inspection(input);
    boolean complete = inspection.isComplete();
    if (!complete && !inspection.input().equals("hex") && input.mayBeName()) {
      console.say(Phrase.of("inspect.taken", input.word(), Phrase.library(inspection.input())));
    } else if (!complete && !inspection.doubt().isEmpty()) {
      console.say(Phrase.library(inspection.doubt()));
    }
    if (json) {
      inspection.writeJson(console.out());
    } else {
      inspection.print(console.words(), line -> console.out().println(Printable.line(line)));
    }
    console.out().flush();
    return complete;
  }

  private Inspection inspection(InspectedWord input) throws IOException {
    long now = System.currentTimeMillis();
    try {
      CaptureFile file = input.large(as != null);
      return file == null
          ? Inspection.of(feeds.platforms(), options(), input.bytes(), now)
          : Inspection.of(feeds.platforms(), options(), file, now);
    } catch (MalformedException e) {
      throw new CommandFailure(Phrase.of("inspect.broken", Phrase.library(e.why())));
    }
  }

  /** What is new, gone or changed between two captures; 1 where something is. */
  private int difference() throws IOException {
    if (inputs.size() != 2) {
      throw new UsageException(Phrase.of("inspect.two"));
    }
    try {
      List<Phrase> changes =
          new Comparison(feeds.platforms(), options(), System.currentTimeMillis())
              .of(PathName.of(inputs.get(0)), PathName.of(inputs.get(1)));
      changes.forEach(line -> console.out().println(Printable.line(console.words().say(line))));
      console.out().flush();
      console.say(
          changes.isEmpty() ? Phrase.of("inspect.same") : Phrase.count(changes.size(), "change"));
      return changes.isEmpty() ? 0 : 1;
    } catch (MalformedException e) {
      throw new CommandFailure(Phrase.of("inspect.differ", Phrase.library(e.why())));
    }
  }
}
