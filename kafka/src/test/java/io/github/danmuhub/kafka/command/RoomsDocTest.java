package io.github.danmuhub.kafka.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** The command lines of docs/serve.md that the plain program does not know. */
class RoomsDocTest {
  private static final Path DOC = Path.of("../docs/serve.md");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(DOC).stream()
        .filter(line -> line.startsWith("danmu rooms "))
        .map(line -> line.replaceFirst(" +#.*", ""))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> eachIsUnderstood() throws IOException {
    return lines().stream().map(line -> DynamicTest.dynamicTest(line, () -> understands(line)));
  }

  private static void understands(String line) {
    List<String> words = Arrays.asList(line.split(" +", -1));
    CommandLine rooms = RoomsCommand.with(console());
    CommandLine.ParseResult parsed =
        rooms.parseArgs(words.subList(2, words.size()).toArray(String[]::new));
    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(words.get(2));
  }

  @Test
  void eachSubcommandIsShown() throws IOException {
    assertThat(lines().stream().map(line -> line.split(" +", -1)[2]))
        .containsOnly("add", "list", "move", "remove");
  }

  private static Console console() {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
    return new Console(nowhere, nowhere, false);
  }
}
