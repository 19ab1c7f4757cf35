package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What the help says, it says in Chinese too. */
class ChineseHelpTest {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static List<CommandSpec> commands() {
    CommandLine danmu =
        Main.commandLine(new Console(System.out, System.err, false), "--lang", "zh");
    List<CommandSpec> all = new ArrayList<>();
    collect(danmu, all);
    return all;
  }

  private static void collect(CommandLine command, List<CommandSpec> into) {
    into.add(command.getCommandSpec());
    command.getSubcommands().values().forEach(each -> collect(each, into));
  }

  private static boolean isChinese(String... lines) {
    return CHINESE.matcher(String.join("", lines)).find();
  }

  @Test
  void everyOptionAndParameterOfEveryCommandIsDescribedInChinese() {
    List<String> missing = new ArrayList<>();
    for (CommandSpec command : commands()) {
      for (ArgSpec arg : command.args()) {
        if (!arg.hidden() && !isChinese(arg.description())) {
          missing.add(command.qualifiedName() + " " + arg + Arrays.toString(arg.description()));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyCommandIsDescribedInChineseWithItsExample() {
    List<String> missing = new ArrayList<>();
    for (CommandSpec command : commands()) {
      CommandLine.Model.UsageMessageSpec usage = command.usageMessage();
      if (!isChinese(usage.description()) && !isChinese(usage.header())) {
        missing.add(command.qualifiedName());
      }
      if (usage.footer().length > 0 && !isChinese(usage.footer())) {
        missing.add("footer of " + command.qualifiedName());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void englishHelpStaysAsItIs() {
    assertThat(isChinese(Run.danmu("doctor", "--help").out())).isFalse();
    assertThat(Run.danmu("doctor", "--help", "--lang", "zh").out())
        .startsWith("用法：danmu doctor")
        .contains("示例：danmu doctor");
  }
}
