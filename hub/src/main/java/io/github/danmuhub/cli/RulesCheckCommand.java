package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu rules check}. */
@Command(
    name = "check",
    description = "Tells all that is wrong in a file of rules, with line and column.",
    footer = {"", "Example: danmu rules check rules.yaml"})
final class RulesCheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE", description = "The rules (docs/rules.md).")
  Path file = Path.of("rules.yaml");

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = "danmu.yaml, whose devices the rules may name (default: any).")
  @Nullable Path config;

  RulesCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Checked checked = RulesCommand.check(file, config, console);
    if (checked.isGood()) {
      Phrase rules = Phrase.count(checked.rules().rules().size(), "rule");
      console.out().println(console.words().say("rules.good", rules));
      console.out().flush();
    }
    return checked.isGood() ? 0 : 1;
  }
}
