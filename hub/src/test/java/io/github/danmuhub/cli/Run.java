package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** One run of the program inside the test's JVM: its exit code and what it wrote. */
record Run(int exit, String out, String err) {

  static Run danmu(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    int exit = Main.run(console, args);
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  static Run danmu(List<String> args) {
    return danmu(args.toArray(String[]::new));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
