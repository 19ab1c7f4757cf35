package io.github.danmuhub.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON as it is written: the other direction of {@link JsonCursor}. Members go to an object with
 * {@code put}, to an array with {@code add}; a null is left out of an object.
 */
public final class JsonText {
  private static final Pattern NUMBER = Pattern.compile("-?[1-9]\\d{0,17}");

  private final StringBuilder text = new StringBuilder();
  private final char end;

  private JsonText(char start, char end) {
    text.append(start);
    this.end = end;
  }

  public static JsonText object() {
    return new JsonText('{', '}');
  }

  public static JsonText array() {
    return new JsonText('[', ']');
  }

  public JsonText put(String name, long value) {
    return member(name, Long.toString(value));
  }

  public JsonText put(String name, @Nullable String value) {
    return value == null ? this : member(name, quoted(value));
  }

  public JsonText put(String name, @Nullable JsonText value) {
    return value == null ? this : member(name, value.toString());
  }

  /** An id: as a number where it is one. */
  public JsonText id(String name, @Nullable String id) {
    return id != null && NUMBER.matcher(id).matches() ? member(name, id) : put(name, id);
  }

  public JsonText add(long value) {
    return element(Long.toString(value));
  }

  public JsonText add(String value) {
    return element(quoted(value));
  }

  public JsonText add(JsonText value) {
    return element(value.toString());
  }

  /** As {@link #id(String, String)}; 0 where there is none. */
  public JsonText addId(@Nullable String id) {
    return id == null ? add(0) : NUMBER.matcher(id).matches() ? element(id) : add(id);
  }

  /** Whether there is nothing in it yet. */
  public boolean isEmpty() {
    return text.length() == 1;
  }

  private JsonText member(String name, String value) {
    return element(quoted(name) + ":" + value);
  }

  private JsonText element(String value) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append(value);
    return this;
  }

  private static String quoted(String value) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
  }

  @Override
  public String toString() {
    return text.toString() + end;
  }
}
