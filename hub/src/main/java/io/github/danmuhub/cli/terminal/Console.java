package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.text.Printable;
import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err talk
 * @param terminal whether a person looks at it: colours and a status line make sense
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {

  /**
   * Follows the custom of the NO_COLOR variable. The launcher sets {@code jdk.console}, with which
   * every JDK answers null where the output is redirected.
   */
  @SuppressWarnings("SystemConsoleNull")
  public static boolean isTerminal() {
    return System.console() != null && System.getenv("NO_COLOR") == null;
  }

  /** One line of talk; strangers may have written parts of it. */
  public void say(String line) {
    err.println("danmu: " + Printable.line(line));
    err.flush();
  }
}
