package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of a file.
 *
 * @param line where it stands, counted from 1
 */
record XmlItem(String name, Map<String, String> attributes, String text, long line) {
  /** Longer numbers are nobody's. */
  private static final double MOST = 1e15;

  /** Null where it has none of that name, or an empty one. */
  @Nullable String attribute(String key) {
    String value = attributes.get(key);
    return value == null || value.isEmpty() ? null : value;
  }

  String attribute(String key, String otherwise) {
    String value = attribute(key);
    return value == null ? otherwise : value;
  }

  /** Digits, which some writers follow with a fraction. */
  long number(String key) throws MalformedException {
    return Math.round(decimal(key, needed(key)));
  }

  long number(String key, long otherwise) throws MalformedException {
    return attribute(key) == null ? otherwise : number(key);
  }

  /** In thousandths of what it counts. */
  long thousandths(String key) throws MalformedException {
    return Math.round(decimal(key, needed(key)) * 1_000);
  }

  private String needed(String key) throws MalformedException {
    String value = attribute(key);
    if (value == null) {
      throw new MalformedException(name + " has no " + key);
    }
    return value;
  }

  private double decimal(String key, String value) throws MalformedException {
    try {
      double number = Double.parseDouble(value.strip());
      if (Math.abs(number) < MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as the others
    }
    throw new MalformedException(name + " has a " + key + " that is no number");
  }

  /** Seconds since the start of the file, as milliseconds. */
  long at() throws MalformedException {
    return time("ts", attribute("ts", ""));
  }

  /** The same from {@code value}. */
  long time(String key, String value) throws MalformedException {
    long ms = Math.round(decimal(key, value) * 1_000);
    if (ms < 0 || ms > Origin.LATEST) {
      throw new MalformedException(name + " is at a time that cannot be");
    }
    return ms;
  }
}
