package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.rule.RuleFile;
import io.github.danmuhub.rule.read.Checked;
import io.github.danmuhub.rule.read.RulesReader;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Fault;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code danmu rules}: a file of rules, without a hub. */
@Command(
    name = "rules",
    description = "Checks a file of rules, or plays a recording through it.",
    subcommands = {RulesCheckCommand.class, RulesTestCommand.class},
    footer = {"", "Example: danmu rules check rules.yaml"})
final class RulesCommand {
  private RulesCommand() {}

  /**
   * What the file says; every fault is told, with line and column.
   *
   * @param config whose devices the rules may name; null: any
   */
  static Checked check(Path file, @Nullable Path config, Console console) throws IOException {
    HubConfig hub = config == null ? HubConfig.standard() : HubConfigReader.read(config);
    String yaml = new RuleFile(file).read();
    Checked checked = RulesReader.read(yaml, ActionKinds.all(hub.devices()));
    for (Fault fault : checked.faults()) {
      console.say(Phrase.of("rules.fault", file, fault.told()));
    }
    return checked;
  }
}
