package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.intake.Intake;
import io.github.danmuhub.intake.IntakeSettings;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.rule.ReplayLine;
import io.github.danmuhub.rule.RuleReplay;
import io.github.danmuhub.rule.model.RuleSet;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu rules test}. */
@Command(
    name = "test",
    description = "Plays a recording through the rules and prints every decision; nothing is done.",
    footer = {"", "Example: danmu rules test rules.yaml --recording recordings"})
final class RulesTestCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE", description = "The rules (docs/rules.md).")
  Path file = Path.of("rules.yaml");

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = "danmu.yaml, whose devices the rules may name (default: any).")
  @Nullable Path config;

  @Option(
      names = "--recording",
      paramLabel = "RECORDING",
      required = true,
      description = "A folder of danmu record, a JSONL file, or a recorder's XML.")
  Path recording = Path.of(".");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all that is left to chance (default: the file's, else 1).")
  @Nullable Long seed;

  @Option(names = "--all", description = "What did not match, too, and why.")
  boolean all;

  @Option(
      names = "--json",
      description = "One JSON object a line in a terminal, too; elsewhere it is always so.")
  boolean json;

  RulesTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Checked checked = RulesCommand.check(file, config, console);
    if (!checked.isGood()) {
      return 1;
    }
    replay(checked.rules());
    console.out().flush();
    return 0;
  }

  private void replay(RuleSet rules) throws IOException {
    EventSource events =
        new Intake(new IntakeSettings(null, ZoneId.systemDefault(), Platforms.all()))
            .open(recording);
    RuleReplay replay = new RuleReplay(rules, seed(rules), all, this::print);
    ReadReport report = events.read(Selection.ofRoom(null), Progress.NONE, replay::hear);
    replay.end();
    if (!report.clean() || report.events() == 0) {
      console.say(report.words());
    }
  }

  /** In words where a person looks. */
  private void print(ReplayLine line) {
    String time = TIME.format(Instant.ofEpochMilli(line.atMs()));
    console
        .out()
        .println(
            json || !console.terminal()
                ? line.json().toString()
                : time + " " + Printable.line(console.words().say(line.told())));
  }

  private long seed(RuleSet rules) {
    return seed != null ? seed : Objects.requireNonNullElse(rules.general().seed(), 1L);
  }
}
