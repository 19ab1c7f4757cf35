package io.github.danmuhub.cli;

import io.github.danmuhub.export.AssKey;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** {@code danmu export --help ass}: what would make a command's own help too long. */
final class HelpTopics implements IExecutionStrategy {
  private final IExecutionStrategy commands = new RunLast();

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

  private static void print(PrintWriter out) {
    out.println("Keys of danmu export --ass KEY=VALUE,…:");
    List<AssKey> keys = AssKey.ALL;
    keys.forEach(
        key -> out.println("  %-24s %s".formatted(key.name() + "=" + key.value(), key.words())));
    out.println("  %-24s %s".formatted("preset=NAME", "vertical, 4k, chat, quiet"));
    out.println("  %-24s %s".formatted("presets=FILE", "presets of your own, in YAML"));
    out.println();
    out.println("Example: danmu export recordings --to ass --ass preset=vertical,names=yes");
    out.flush();
  }
}
