package io.github.danmuhub.kafka.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The help of {@code danmu rooms}, whose Chinese stands in the program's file. */
class RoomsHelpTest {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final String FILE = "/io/github/danmuhub/cli/help_zh.properties";

  private static CommandLine rooms() throws IOException {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
    CommandLine rooms = RoomsCommand.with(new Console(nowhere, nowhere, false));
    CommandLine danmu = new CommandLine(CommandSpec.create().name("danmu"));
    danmu.addSubcommand("rooms", rooms);
    try (InputStream file = CommandLine.class.getResourceAsStream(FILE)) {
      danmu.setResourceBundle(
          new PropertyResourceBundle(
              new InputStreamReader(Objects.requireNonNull(file, FILE), UTF_8)));
    }
    return rooms;
  }

  private static boolean isChinese(String... lines) {
    return CHINESE.matcher(String.join("", lines)).find();
  }

  @Test
  void everyCommandAndOptionIsDescribedInChinese() throws IOException {
    List<CommandLine> all = new ArrayList<>(rooms().getSubcommands().values());
    all.add(all.get(0).getParent());
    assertThat(all).hasSize(5);
    for (CommandLine command : all) {
      CommandSpec spec = command.getCommandSpec();
      assertThat(isChinese(spec.usageMessage().description())).as(spec.qualifiedName()).isTrue();
      assertThat(isChinese(spec.usageMessage().footer())).as(spec.qualifiedName()).isTrue();
      for (ArgSpec arg : spec.args()) {
        assertThat(isChinese(arg.description())).as(spec.qualifiedName() + " " + arg).isTrue();
      }
    }
  }
}
