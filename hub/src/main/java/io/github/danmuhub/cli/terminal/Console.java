package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.text.Language;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.text.Words;
import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err talk
 * @param terminal whether a person looks at it: colours and a status line make sense
 * @param words in the reader's language
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, Words words) {

  /** In English. */
  public Console(PrintStream out, PrintStream err, boolean terminal) {
    this(out, err, terminal, Words.ENGLISH);
  }

  /** The same in another language. */
  public Console in(Language language) {
    return language == words.language()
        ? this
        : new Console(out, err, terminal, Words.of(language));
  }

  /**
   * Follows the custom of the NO_COLOR variable. The launcher sets {@code jdk.console}, with which
   * every JDK answers null where the output is redirected.
   */
  @SuppressWarnings("SystemConsoleNull")
  public static boolean isTerminal() {
    return System.console() != null && System.getenv("NO_COLOR") == null;
  }

  /** One line of talk in the reader's language. */
  public void say(Phrase phrase) {
    say(words.say(phrase));
  }

  /** One line of talk; strangers may have written parts of it. */
  public void say(String line) {
    err.println("danmu: " + Printable.line(line));
    err.flush();
  }
}
