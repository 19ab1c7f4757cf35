package io.github.danmuhub.capture;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a page's scripts, as developers' tools write it: {@code https://site/app.js:12:9
 * connect}.
 *
 * @param url of the script
 * @param line counts from 1
 * @param column counts from 1
 * @param function empty outside of all functions
 */
public record Place(String url, int line, int column, String function) {
  /** So many of a stack are kept, the innermost ones. */
  static final int STACK = 64;

  private static final Pattern FORM =
      Pattern.compile("(.*?):([0-9]{1,9}):([0-9]{1,9})(?: (.*))?", Pattern.DOTALL);

  /** Reads what {@link #toString} writes; empty where it is none. */
  public static Optional<Place> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new Place(
                form.group(1),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                form.group(4) == null ? "" : form.group(4)))
        : Optional.empty();
  }

  /** A stack, a line each, the innermost first. */
  static List<Place> stack(String lines) {
    return lines.lines().limit(STACK).flatMap(line -> parse(line).stream()).toList();
  }

  @Override
  public String toString() {
    return url + ":" + line + ":" + column + (function.isEmpty() ? "" : " " + function);
  }
}
