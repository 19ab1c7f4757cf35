package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.http.Cookies;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SiteContext;
import java.util.Map;

/**
 * From which visitors the viewers are hidden: never from one with an account. The {@code
 * guest-masked} fault strikes a visitor, who then sees masks in {@code im/fetch} and on the socket
 * alike. The last {@value #REMEMBERED} visitors are remembered. One thread.
 */
final class Guests {
  private static final int REMEMBERED = 1_024;

  private final SiteContext site;
  private final Map<String, Boolean> hidden = new BoundedMap<>(REMEMBERED);

  Guests(SiteContext site) {
    this.site = site;
  }

  /** Whether the cookie is that of somebody who is signed in: they are no guest. */
  static boolean hasAccount(HttpCall call) {
    return !Cookies.of(call).get("sessionid").isEmpty();
  }

  /** Whether this visitor sees masks. */
  boolean areHidden(HttpCall call, Query query) {
    if (hasAccount(call)) {
      return false;
    }
    String visitor = query.get("user_unique_id");
    return visitor.isEmpty()
        ? site.strikes(Fault.GUEST_MASKED)
        : hidden.computeIfAbsent(visitor, id -> site.strikes(Fault.GUEST_MASKED));
  }
}
