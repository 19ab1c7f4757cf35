package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.douyin.packet.DouyinBrowser;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.Cookies;
import io.github.danmuhub.platform.http.Headers;
import java.net.URI;
import java.util.random.RandomGenerator;

/**
 * Who we are to the site: one browser with its cookies, one visitor id, the same in every request.
 * The user's own cookie wins over what the site sets. One thread.
 */
final class DouyinVisitor {
  private static final String TTWID = "ttwid";
  private static final URI SITE = URI.create(DouyinBrowser.ORIGIN + "/");
  private static final long FIRST_ID = 7_300_000_000_000_000_000L;
  private static final long LAST_ID = 8_000_000_000_000_000_000L;

  private final Cookies own;
  private final CookieJar cookies;
  private String uniqueId;

  DouyinVisitor(Credentials credentials, CookieJar cookies, RandomGenerator random) {
    own = Cookies.parse(credentials.cookie()).filled();
    this.cookies = cookies;
    uniqueId = Long.toString(random.nextLong(FIRST_ID, LAST_ID));
  }

  private Cookies shown() {
    return own.or(cookies.shownTo(SITE));
  }

  /** By which the site knows us again; empty where it does not. */
  String ttwid() {
    return shown().get(TTWID);
  }

  /** It does not trust that one: the next request is that of somebody new. */
  void comeAgainAsANewOne(String ttwid) {
    cookies.forget(SITE, TTWID, ttwid);
  }

  /** Who the page says we are; 19 digits. */
  void known(String userUniqueId) {
    if (userUniqueId.matches("[0-9]{1,20}")) {
      uniqueId = userUniqueId;
    }
  }

  String uniqueId() {
    return uniqueId;
  }

  /** For pages and APIs: what the site has set goes along by itself. */
  Headers headers(String room) {
    return headers(room, DouyinBrowser.USER_AGENT, own).with("Accept", "*/*");
  }

  /** For the socket. */
  Headers socketHeaders(String room, String userAgent) {
    return headers(room, userAgent, shown()).with("Origin", DouyinBrowser.ORIGIN);
  }

  private static Headers headers(String room, String userAgent, Cookies cookies) {
    String page = DouyinBrowser.ORIGIN + "/" + room;
    Headers headers = Headers.of("User-Agent", userAgent, "Referer", page);
    return cookies.isEmpty() ? headers : headers.with("Cookie", cookies.header());
  }

  @Override
  public String toString() {
    return "DouyinVisitor[cookies hidden]";
  }
}
