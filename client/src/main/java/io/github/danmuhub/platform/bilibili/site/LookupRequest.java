package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.http.Cookies;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.Query;

/**
 * A lookup as the simulated site reads it.
 *
 * @param host the name it was sent to; empty where it is not known
 */
record LookupRequest(String host, String userAgent, Query query, Cookies cookies) {
  private static final String EXPIRED = "expired";
  private static final String ID = "\\d{1,18}";

  static LookupRequest of(HttpCall call) {
    String host = call.uri().getHost();
    return new LookupRequest(
        host == null ? "" : host,
        call.headers().first("User-Agent").orElse(""),
        Query.of(call.uri()),
        Cookies.of(call));
  }

  /** The room that {@code name} asks for; 0 where that is no number. */
  long room(String name) {
    String value = query.get(name);
    return value.matches(ID) ? Long.parseLong(value) : 0;
  }

  /**
   * The account of the cookie, 0 for none. Any {@code SESSDATA} is an account but {@code
   * SESSDATA=expired}; its id is {@code DedeUserID} where the cookie has one.
   */
  long account() {
    String session = cookies.get("SESSDATA");
    if (session.isEmpty() || session.equals(EXPIRED)) {
      return 0;
    }
    String named = cookies.get("DedeUserID");
    return named.matches(ID) ? Long.parseLong(named) : 1 + (session.hashCode() & 0xffffL);
  }
}
