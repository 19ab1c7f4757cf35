package io.github.danmuhub.feed.path;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values: {@code {token}} a variable, {@code {$.a.b}} what stands in the
 * message. Other braces are themselves, so that JSON needs no escapes. Immutable.
 */
public final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]*|\\$[^{}]*)\\}");

  private final String text;

  /** Literals and places in turn; the first and the last are literals. */
  private final List<String> parts = new ArrayList<>();

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException in words, if a path in it is none
   */
  public Template(String text) {
    this.text = text;
    Matcher place = PLACE.matcher(text);
    int at = 0;
    while (place.find()) {
      parts.add(text.substring(at, place.start()));
      parts.add(place.group(1));
      if (place.group(1).startsWith("$")) {
        JsonPath.of(place.group(1));
      }
      at = place.end();
    }
    parts.add(text.substring(at));
  }

  /** The names in it, in order; a path begins with {@code $}. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 1; i < parts.size(); i += 2) {
      names.add(parts.get(i));
    }
    return names;
  }

  /** The text, with what {@code values} says for each name. */
  public String fill(UnaryOperator<String> values) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      filled.append(i % 2 == 0 ? parts.get(i) : values.apply(parts.get(i)));
    }
    return filled.toString();
  }

  /** What matches such a text; each place is a group of its own, in the order of the places. */
  public Pattern pattern(String place) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      pattern.append(i % 2 == 0 ? Pattern.quote(parts.get(i)) : "(" + place + ")");
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  /** The names of {@link #pattern}'s groups, from the first on. */
  List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i < parts.size(); i += 2) {
      groups.add(parts.get(i));
    }
    return groups;
  }

  @Override
  public String toString() {
    return text;
  }
}
