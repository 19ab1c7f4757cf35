package io.github.danmuhub.export;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Text in XML 1.0, as few escapes as it takes, since some readers know only the five named ones.
 * {@code >} is always one of them: some readers end a tag at it, even in an attribute.
 */
final class XmlText {
  private XmlText() {}

  static void write(String text, boolean inAttribute, Writer out) throws IOException {
    String clean = CleanText.of(text);
    int from = 0;
    for (int i = 0; i < clean.length(); i++) {
      String escape = escape(clean.charAt(i), inAttribute);
      if (escape != null) {
        out.write(clean, from, i - from);
        out.write(escape);
        from = i + 1;
      }
    }
    out.write(clean, from, clean.length() - from);
  }

  private static @Nullable String escape(char c, boolean inAttribute) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> inAttribute ? "&quot;" : null;
      case '\r' -> "&#13;";
      case '\n' -> inAttribute ? "&#10;" : null;
      case '\t' -> inAttribute ? "&#9;" : null;
      default -> null;
    };
  }
}
