package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** One run of the program inside the test's JVM: its exit code and what it wrote. */
record Run(int exit, String out, String err) {

  static Run danmu(String... args) {
    return danmu(false, Map.of(), args);
  }

  /** As in a terminal that a person looks at, with these variables set. */
  static Run inTerminal(Map<String, String> environment, String... args) {
    return danmu(true, environment, args);
  }

  private static Run danmu(boolean terminal, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream results = new PrintStream(out, true, UTF_8);
    PrintStream talk = new PrintStream(err, true, UTF_8);
    int exit = Main.run(Console.of(results, talk, terminal, environment), args);
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  static Run danmu(List<String> args) {
    return danmu(args.toArray(String[]::new));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
