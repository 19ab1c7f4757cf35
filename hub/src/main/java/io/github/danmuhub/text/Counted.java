package io.github.danmuhub.text;

import java.util.Locale;

/** So many of something, in words: {@code 1 room}, {@code 2,000 rooms}. */
public final class Counted {
  private Counted() {}

  /** {@code what} is the word for one of them. */
  public static String of(long n, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
  }

  /** What is lost, behind a sentence; empty where nothing is. */
  public static Phrase losses(long n) {
    return n == 0 ? Phrase.foreign("") : Phrase.count(n, "lost");
  }
}
