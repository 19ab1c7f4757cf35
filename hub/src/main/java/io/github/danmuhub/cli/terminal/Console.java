package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.text.Language;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.text.Words;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err talk
 * @param terminal whether a person looks at it: a status line makes sense, and words instead of
 *     JSON
 * @param colours whether it may have colours; never without a terminal
 * @param words in the reader's language
 */
public record Console(
    PrintStream out, PrintStream err, boolean terminal, boolean colours, Words words) {

  /** In English; in colour where a person looks at it. */
  public Console(PrintStream out, PrintStream err, boolean terminal) {
    this(out, err, terminal, terminal, Words.ENGLISH);
  }

  /**
   * The program's own, in English. Follows the custom of the NO_COLOR variable: set to anything, it
   * takes the colours, and nothing else.
   *
   * @param environment such as {@link System#getenv()}
   */
  public static Console of(
      PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {
    boolean colours = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Console(out, err, terminal, colours, Words.ENGLISH);
  }

  /** The same in another language. */
  public Console in(Language language) {
    return language == words.language()
        ? this
        : new Console(out, err, terminal, colours, Words.of(language));
  }

  /**
   * Whether a person looks at what is written. The launcher sets {@code jdk.console}, with which
   * every JDK answers null where the output is redirected.
   */
  @SuppressWarnings("SystemConsoleNull")
  public static boolean isTerminal() {
    return System.console() != null;
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
