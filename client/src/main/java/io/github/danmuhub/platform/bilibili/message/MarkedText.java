package io.github.danmuhub.platform.bilibili.message;

import org.jspecify.annotations.Nullable;

/** Texts in which {@code <%} and {@code %>} mark what a player shows in another colour. */
final class MarkedText {
  private static final String OPEN = "<%";
  private static final String CLOSE = "%>";

  private MarkedText() {}

  /** The text as a person reads it. */
  static String plain(String text) {
    return text.replace(OPEN, "").replace(CLOSE, "");
  }

  /** What is marked first: the name of the one it is about. */
  static @Nullable String first(String text) {
    int open = text.indexOf(OPEN);
    int close = text.indexOf(CLOSE, open + OPEN.length());
    return open < 0 || close < 0 ? null : text.substring(open + OPEN.length(), close);
  }
}
