package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.douyin.packet.DouyinBrowser;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinRefusal;
import io.github.danmuhub.platform.douyin.packet.DouyinSignature;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.http.Cookies;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SiteContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform checks of a socket's handshake. What it only tolerates is counted. In 2022 it
 * checked nothing.
 *
 * <p>The signature is checked by its form alone: whether it is the right one only the real site can
 * say. A client without a signer finds one of that form in the {@code route_params} of the
 * simulated {@code im/fetch}.
 */
final class Admission {
  private static final int SHORT_VERSION = 20;
  private static final List<String> NEEDED =
      List.of("room_id", "user_unique_id", "version_code", "webcast_sdk_version");

  /** All that the page sends: fewer are tolerated, until the device is blocked. */
  private static final Query EXPECTED =
      Query.of(
          DouyinSocketUrl.of(
              new DouyinTicket("", DouyinSocketUrl.SERVERS.get(0), Map.of(), ""),
              DouyinCursor.NONE,
              ""));

  private final SiteContext site;

  Admission(SiteContext site) {
    this.site = site;
  }

  /** The refusal, if the handshake is refused. */
  Optional<HttpReply> check(HttpCall handshake, Query query) {
    if (site.rules() == Rules.YEAR_2022) {
      return Optional.empty();
    }
    tally(handshake, query);
    return deviceIsTrusted(handshake, query) ? Optional.empty() : Optional.of(blocked());
  }

  private boolean deviceIsTrusted(HttpCall handshake, Query query) {
    String version = query.get("browser_version");
    boolean cutVersion = !version.isEmpty() && version.length() < SHORT_VERSION;
    return NEEDED.stream().noneMatch(name -> query.get(name).isEmpty())
        && DouyinSignature.hasForm(query.get("signature"))
        && !cutVersion
        && !Cookies.of(handshake).get("ttwid").isEmpty();
  }

  private void tally(HttpCall handshake, Query query) {
    EXPECTED.names().stream()
        .filter(name -> !query.has(name))
        .forEach(name -> site.count("handshake without " + name));
    if (Cookies.of(handshake).get("__ac_nonce").isEmpty()) {
      site.count("handshake without the page's __ac_nonce");
    }
    String agent = handshake.headers().first("User-Agent").orElse("");
    String version = query.get("browser_version");
    if (agent.isEmpty()) {
      site.count("handshake without User-Agent");
    } else if (!version.isEmpty() && !DouyinBrowser.browserVersion(agent).equals(version)) {
      site.count("handshake whose User-Agent is not its browser_version");
    }
    if (!handshake.headers().first("Origin").orElse("").equals(DouyinBrowser.ORIGIN)) {
      site.count("handshake without the page's Origin");
    }
    if (!handshake.headers().first("Referer").orElse("").startsWith(DouyinBrowser.ORIGIN + "/")) {
      site.count("handshake without the page's Referer");
    }
  }

  static HttpReply blocked() {
    return refusal("DEVICE_BLOCKED");
  }

  static HttpReply refusal(String message) {
    Headers headers = Headers.of(DouyinRefusal.MESSAGE, message, DouyinRefusal.STATUS, "415");
    return new HttpReply(200, headers, Raw.NOTHING);
  }
}
