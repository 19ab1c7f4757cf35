package io.github.danmuhub.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A URL's query, in order. Values go out as the page sends them, raw where a URL allows it: {@code
 * /} and {@code :} stay, {@code |} and blanks do not. Immutable.
 */
public final class Query {
  public static final Query EMPTY = new Query(Map.of());

  private static final String RAW = "-_.~!*'():@/,;$";

  private final Map<String, String> params;

  private Query(Map<String, String> params) {
    this.params = Collections.unmodifiableMap(params);
  }

  /** Reads a raw query; what is not well encoded stays as it is. */
  public static Query parse(String raw) {
    Map<String, String> params = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        params.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new Query(params);
  }

  /** That of a URL; empty where it has none. */
  public static Query of(URI url) {
    String raw = url.getRawQuery();
    return raw == null ? EMPTY : parse(raw);
  }

  /** These, and one more at the end; or in its old place, where the name is there already. */
  public Query with(String name, String value) {
    Map<String, String> longer = new LinkedHashMap<>(params);
    longer.put(name, value);
    return new Query(longer);
  }

  /** The same query with those put in, or in place of those of the same names. */
  public Query with(Map<String, String> more) {
    Map<String, String> longer = new LinkedHashMap<>(params);
    longer.putAll(more);
    return new Query(longer);
  }

  /** Of all parameters, in order. */
  public Set<String> names() {
    return params.keySet();
  }

  /** Whether it is there, be it empty. */
  public boolean has(String name) {
    return params.containsKey(name);
  }

  /** A parameter; empty where it is absent. */
  public String get(String name) {
    return params.getOrDefault(name, "");
  }

  /** All of them, in order. */
  public Map<String, String> asMap() {
    return params;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    params.forEach(
        (name, value) -> {
          out.append(out.isEmpty() ? "" : "&");
          encode(name, out);
          encode(value, out.append('='));
        });
    return out.toString();
  }

  private static void encode(String text, StringBuilder out) {
    for (byte b : text.getBytes(UTF_8)) {
      boolean raw = isAlphanumeric(b) || RAW.indexOf(b) >= 0;
      if (raw) {
        out.append((char) b);
      } else {
        out.append('%').append(hex(b >> 4)).append(hex(b));
      }
    }
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static char hex(int nibble) {
    return "0123456789ABCDEF".charAt(nibble & 15);
  }

  /** Percent-decoding that never fails; {@code +} is a plus. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 <= bytes.length - 1 ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 <= bytes.length - 1 ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(UTF_8);
  }
}
