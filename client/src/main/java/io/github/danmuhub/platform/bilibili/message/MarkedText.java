package io.github.danmuhub.platform.bilibili.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts in which {@code <%} and {@code %>} (until 2019 {@code :?}) mark what a player shows in
 * another colour, and {@code <^} and {@code ^>} name a picture.
 */
final class MarkedText {
  private static final String OPEN = "<%";
  private static final String CLOSE = "%>";
  private static final Pattern MARKS = Pattern.compile("<% ?| ?%>|<\\^[^<>]{0,40}\\^> ?|:\\?");

  private MarkedText() {}

  /** The text as a person reads it. */
  static String plain(String text) {
    return MARKS.matcher(text).replaceAll("");
  }

  /** As {@link #plain}; null where nothing is left to read. */
  static @Nullable String words(@Nullable String text) {
    String words = text == null ? "" : plain(text);
    return words.isBlank() ? null : words;
  }

  /** The name that is marked first, if it is whole: long ones end in dots. */
  static @Nullable String name(@Nullable String text) {
    String first = text == null ? null : first(text);
    boolean whole =
        first != null && !first.isBlank() && !first.endsWith("…") && !first.endsWith("...");
    return whole ? first : null;
  }

  /** The text without what is marked. */
  static String unmarked(String text) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
      int close = text.indexOf(CLOSE, open);
      if (close < 0) {
        break;
      }
      rest.append(text, from, open);
      from = close + CLOSE.length();
    }
    return rest.append(text, from, text.length()).toString();
  }

  /** What is marked first: the name of the one it is about. */
  static @Nullable String first(String text) {
    int open = text.indexOf(OPEN);
    int close = text.indexOf(CLOSE, open + OPEN.length());
    return open < 0 || close < 0 ? null : text.substring(open + OPEN.length(), close);
  }
}
