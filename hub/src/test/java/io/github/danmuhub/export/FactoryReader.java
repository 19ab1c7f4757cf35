package io.github.danmuhub.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads recorders' XML as loosely as DanmakuFactory: no parser, a tag ends at the first {@code >}
 * and is cut at 10,240 characters, a value at a blank.
 */
final class FactoryReader {
  private static final int MARK_WITHIN = 1_024;
  private static final int TAG = 10_240;
  private static final Map<String, Integer> LEVELS =
      Map.of("1", 19_998_000, "2", 1_998_000, "3", 198_000);

  /** What it would show; the price in thousandths of a yuan, -1 where it found none. */
  record Shown(String element, String user, String name, int count, int price, String text) {}

  private final String xml;
  private final boolean recorder;

  private FactoryReader(String xml) {
    this.xml = xml;
    int mark = xml.indexOf("<BililiveRecorder");
    this.recorder = mark >= 0 && mark < MARK_WITHIN;
  }

  static List<Shown> read(String xml) {
    return new FactoryReader(xml).all();
  }

  private List<Shown> all() {
    List<Shown> shown = new ArrayList<>();
    for (int at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
      int end = xml.indexOf('>', at);
      String tag = xml.substring(at + 1, Math.min(end, at + TAG));
      String element = tag.contains(" ") ? tag.substring(0, tag.indexOf(' ')) : tag;
      if (List.of("d", "gift", "sc", "guard").contains(element)) {
        boolean hasText = element.equals("d") || element.equals("sc");
        String text = hasText ? xml.substring(end + 1, xml.indexOf('<', end)) : "";
        shown.add(shown(element, tag.substring(element.length()), text));
      }
    }
    return shown;
  }

  private Shown shown(String element, String attributes, String text) {
    Map<String, String> values = new HashMap<>();
    String rest = attributes;
    while (rest.contains("=")) {
      String key = rest.substring(0, rest.indexOf('=')).strip();
      rest = rest.substring(rest.indexOf('=') + 1);
      boolean quoted = List.of("p", "user", "raw").contains(key);
      int end = quoted ? rest.indexOf('"', 1) + 1 : rest.indexOf(' ');
      String value = rest.substring(0, end > 0 ? end : rest.length());
      rest = rest.substring(value.length());
      take(element, key, value.replace("\"", ""), values);
    }
    return new Shown(
        element,
        values.getOrDefault("user", ""),
        values.getOrDefault("giftname", ""),
        integer(values.getOrDefault("count", values.getOrDefault("giftcount", "-1"))),
        integer(values.getOrDefault("price", "-1")),
        text);
  }

  private void take(String element, String key, String value, Map<String, String> values) {
    if (key.equals("price") && element.equals("sc") && recorder) {
      values.put("price", Integer.toString(integer(value) * 1_000));
    } else if (key.equals("level")) {
      values.put("price", Integer.toString(LEVELS.getOrDefault(value, 18_000)));
    } else if (key.equals("raw") && value.contains("coin_type&quot;:&quot;silver")) {
      values.put("price", "0");
    } else {
      values.put(key, value);
    }
  }

  /** As C does: as far as there are digits. */
  private static int integer(String text) {
    String digits = text.replaceFirst("(-?\\d*).*", "$1");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
