package io.github.danmuhub.cli;

import io.github.danmuhub.export.AssKey;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Words;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** {@code danmu export --help ass}: what would make a command's own help too long. */
final class HelpTopics implements IExecutionStrategy {
  private final IExecutionStrategy commands = new RunLast();
  private final Words words;

  HelpTopics(Words words) {
    this.words = words;
  }

  @Override
  public int execute(ParseResult asked) {
    ParseResult command = asked.hasSubcommand() ? asked.subcommand() : asked;
    boolean topic =
        command.isUsageHelpRequested()
            && command.commandSpec().name().equals("export")
            && command.originalArgs().contains("ass");
    if (!topic) {
      return commands.execute(asked);
    }
    print(command.commandSpec().commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  private void print(PrintWriter out) {
    out.println(words.say("ass.keys"));
    List<AssKey> keys = AssKey.ALL;
    keys.forEach(key -> print(out, key.name() + "=" + key.value(), key.words()));
    print(out, "preset=NAME", Phrase.of("ass.of.preset"));
    print(out, "presets=FILE", Phrase.of("ass.of.presets"));
    out.println();
    out.println(words.say("ass.example"));
    out.flush();
  }

  private void print(PrintWriter out, String key, Phrase what) {
    out.println("  %-24s %s".formatted(key, words.say(what)));
  }
}
