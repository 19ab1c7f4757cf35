package io.github.danmuhub.platform.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cookies by name, in order. Immutable. {@link #toString} shows names only: values may be secret.
 */
public final class Cookies {
  public static final Cookies NONE = new Cookies(Map.of());

  private static final int MOST = 50;
  private static final int LONGEST = 4_096;
  private static final Pattern OVER =
      Pattern.compile(";\\s*max-age\\s*=\\s*(?:0|-\\d+)\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN = Pattern.compile("[!-~ ]*");

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

  /** These, by name. */
  static Cookies of(Map<String, String> values) {
    return new Cookies(new LinkedHashMap<>(values));
  }

  /**
   * What an answer sets: {@value #MOST} at most, of plain ASCII and {@value #LONGEST} characters;
   * of two lines with one name the last counts. One that is taken back is empty.
   */
  public static Cookies setBy(HttpReply reply) {
    Map<String, String> set = new LinkedHashMap<>();
    for (String line : reply.headers().all("Set-Cookie")) {
      String pair = line.split(";", 2)[0];
      if (set.size() < MOST && pair.length() <= LONGEST && PLAIN.matcher(pair).matches()) {
        boolean over = OVER.matcher(line).find();
        parse(pair).values.forEach((name, value) -> set.put(name, over ? "" : value));
      }
    }
    return new Cookies(set);
  }

  /** These and those; where both have a name, those count. */
  public Cookies with(Cookies those) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.putAll(those.values);
    return new Cookies(more);
  }

  /** These and those; where both have a name, these count. */
  public Cookies or(Cookies those) {
    Map<String, String> more = new LinkedHashMap<>(values);
    those.values.forEach(more::putIfAbsent);
    return new Cookies(more);
  }

  /** These and one more, or in place of the one with that name. */
  public Cookies with(String name, String value) {
    return with(new Cookies(Map.of(name, value)));
  }

  /** These without those that have no value. */
  public Cookies filled() {
    Map<String, String> filled = new LinkedHashMap<>(values);
    filled.values().removeIf(String::isEmpty);
    return new Cookies(filled);
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
