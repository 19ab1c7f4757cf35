package io.github.danmuhub.platform.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cookies by name, in order. Immutable. {@link #toString} shows names only: values may be secret.
 */
public final class Cookies {
  public static final Cookies NONE = new Cookies(Map.of());

  private final Map<String, String> values;

  private Cookies(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Reads a {@code Cookie} header, or the first part of a {@code Set-Cookie} line. What is no pair
   * is left out; of two with one name the first counts.
   */
  public static Cookies parse(String header) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : header.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return new Cookies(values);
  }

  /** What a request shows. */
  public static Cookies of(HttpCall call) {
    return parse(String.join(";", call.headers().all("Cookie")));
  }

  /** What an answer sets; of two lines with one name the last counts. */
  public static Cookies setBy(HttpReply reply) {
    List<String> lines = reply.headers().all("Set-Cookie");
    Cookies set = NONE;
    for (String line : lines) {
      set = set.with(parse(line.split(";", 2)[0]));
    }
    return set;
  }

  /** These and those; where both have a name, those count. */
  public Cookies with(Cookies those) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.putAll(those.values);
    return new Cookies(more);
  }

  /** These and one more, or in place of the one with that name. */
  public Cookies with(String name, String value) {
    return with(new Cookies(Map.of(name, value)));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** A cookie; empty where it is absent. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** Name to value, in order. */
  public Map<String, String> asMap() {
    return values;
  }

  /** As in a {@code Cookie} header; empty where there is none. */
  public String header() {
    return values.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
