package io.github.danmuhub.platform.bilibili.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words with places for values: <code>{data.msg} ×{data.aggregation_num}</code>. A place names a
 * path of {@link Paths} and, after a colon, what several values are joined with.
 */
record Template(List<Place> places, String end) {
  private static final Pattern PLACE = Pattern.compile("\\{([^}:]+)(?::([^}]*))?}");

  /** What stands before a value, and the value. */
  record Place(String before, String path, String separator) {}

  Template {
    places = List.copyOf(places);
  }

  static Template of(String text) {
    List<Place> places = new ArrayList<>();
    Matcher found = PLACE.matcher(text);
    int end = 0;
    while (found.find()) {
      String separator = found.group(2) == null ? "" : found.group(2);
      places.add(new Place(text.substring(end, found.start()), found.group(1), separator));
      end = found.end();
    }
    return new Template(places, text.substring(end));
  }

  /** The words, without their marks; null where a value is missing. A 0 says that there is none. */
  @Nullable String fill(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    for (Place place : places) {
      String value = values.getOrDefault(place.path(), "0");
      if (value.equals("0")) {
        return null;
      }
      text.append(place.before()).append(value);
    }
    String words = MarkedText.plain(text.append(end).toString()).strip();
    return words.isEmpty() ? null : words;
  }
}
