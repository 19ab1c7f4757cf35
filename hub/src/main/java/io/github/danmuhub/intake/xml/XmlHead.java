package io.github.danmuhub.intake.xml;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the first message of a file.
 *
 * @param items the head's elements by their names
 * @param message the first message; null where the file holds none
 */
record XmlHead(Map<String, XmlItem> items, @Nullable XmlItem message) {
  /** Elements that are messages. */
  static final Set<String> MESSAGES = Set.of("d", "gift", "sc", "guard", "toast", "s", "o");

  private static final int LONGEST = 1_000;
  private static final long LATEST_SECOND = 100_000_000_000L;

  static XmlHead read(ResumingParser parser) throws IOException {
    Map<String, XmlItem> items = new HashMap<>();
    XmlItem item = parser.next();
    while (item != null && !MESSAGES.contains(item.name()) && items.size() < LONGEST) {
      items.put(item.name(), item);
      item = parser.next();
    }
    return new XmlHead(items, item);
  }

  boolean has(String name) {
    return items.containsKey(name);
  }

  /** Empty where there is no such element. */
  String text(String name) {
    XmlItem item = items.get(name);
    return item == null ? "" : item.text().strip();
  }

  /** Empty where there is no such element, or it has no such attribute. */
  String attribute(String name, String key) {
    XmlItem item = items.get(name);
    return item == null ? "" : item.attribute(key, "");
  }

  /** Epoch milliseconds of what stands there as ISO 8601, or counts them, or seconds; else 0. */
  static long moment(String text) {
    try {
      if (text.matches("\\d{9,15}")) {
        long number = Long.parseLong(text);
        return number < LATEST_SECOND ? number * 1_000 : number;
      }
      return Math.max(0, OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return 0;
    }
  }
}
