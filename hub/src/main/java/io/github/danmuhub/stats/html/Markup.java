package io.github.danmuhub.stats.html;

import io.github.danmuhub.text.Printable;
import java.util.List;

/**
 * A piece of HTML. What is filled into a template is text, and becomes harmless, unless it is
 * markup itself.
 */
record Markup(String html) {
  static final Markup NONE = new Markup("");

  private static final String PLACE = "{}";

  /** The template with each {@value #PLACE} filled in. */
  static Markup of(String template, Object... parts) {
    StringBuilder html = new StringBuilder();
    int at = 0;
    for (Object part : parts) {
      int place = template.indexOf(PLACE, at);
      html.append(template, at, place).append(safe(part));
      at = place + PLACE.length();
    }
    return new Markup(html.append(template, at, template.length()).toString());
  }

  static Markup join(List<Markup> pieces) {
    StringBuilder html = new StringBuilder();
    pieces.forEach(piece -> html.append(piece.html));
    return new Markup(html.toString());
  }

  private static String safe(Object part) {
    return part instanceof Markup markup ? markup.html : escape(Printable.line(part.toString()));
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
