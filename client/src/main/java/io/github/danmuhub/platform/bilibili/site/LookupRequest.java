package io.github.danmuhub.platform.bilibili.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.http.HttpCall;
import java.net.URLDecoder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A lookup as the simulated site reads it.
 *
 * @param host the name it was sent to; empty where it is not known
 * @param params of the query, decoded
 * @param cookies by name
 */
record LookupRequest(
    String host, String userAgent, SortedMap<String, String> params, Map<String, String> cookies) {
  private static final String EXPIRED = "expired";

  static LookupRequest of(HttpCall call) {
    String host = call.uri().getHost();
    return new LookupRequest(
        host == null ? "" : host,
        call.headers().first("User-Agent").orElse(""),
        pairs(call.uri().getRawQuery(), "&", true),
        pairs(String.join(";", call.headers().all("Cookie")), ";", false));
  }

  private static TreeMap<String, String> pairs(String text, String between, boolean encoded) {
    TreeMap<String, String> pairs = new TreeMap<>();
    for (String pair : text == null ? new String[0] : text.split(between, -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        String value = pair.substring(at + 1).strip();
        pairs.put(pair.substring(0, at).strip(), encoded ? decoded(value) : value);
      }
    }
    return pairs;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** The room that {@code name} asks for; 0 where that is no number. */
  long room(String name) {
    String value = params.getOrDefault(name, "");
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
  }

  /**
   * The account behind the cookie, 0 for none. Any {@code SESSDATA} is an account but {@code
   * SESSDATA=expired}; its id is {@code DedeUserID} where the cookie has one.
   */
  long account() {
    String session = cookies.getOrDefault("SESSDATA", "");
    if (session.isEmpty() || session.equals(EXPIRED)) {
      return 0;
    }
    String named = cookies.getOrDefault("DedeUserID", "");
    return named.matches("\\d{1,18}") ? Long.parseLong(named) : 1 + (session.hashCode() & 0xffffL);
  }
}
