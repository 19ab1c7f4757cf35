package io.github.danmuhub.platform.douyin.packet;

import io.github.danmuhub.platform.http.Query;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * The socket's URL, with every parameter that the page sends, in the page's order (reference: real
 * captures of 2022 to 2026). With fewer, Douyin blocks the device sooner or later.
 */
public final class DouyinSocketUrl {
  public static final String SDK_VERSION = "1.0.15";
  public static final String PATH = "/webcast/im/push/v2/";

  /** Tried in turn where {@code im/fetch} names none. */
  public static final List<String> SERVERS =
      List.of(
          "wss://webcast100-ws-web-lq.douyin.com" + PATH,
          "wss://webcast100-ws-web-lf.douyin.com" + PATH,
          "wss://webcast100-ws-web-hl.douyin.com" + PATH);

  private DouyinSocketUrl() {}

  /** Whether a server that the platform names can be dialled: one of its own, without a query. */
  public static boolean isServer(String named) {
    try {
      URI uri = new URI(named);
      String bare = "%s://%s%s".formatted(uri.getScheme(), uri.getAuthority(), uri.getRawPath());
      return named.matches("wss?://[ -~]+")
          && named.equals(bare)
          && uri.getUserInfo() == null
          && uri.getHost() != null
          && uri.getHost().endsWith(".douyin.com");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The URL to dial. */
  public static URI of(DouyinTicket ticket, DouyinCursor cursor, String userUniqueId) {
    Query query =
        client(Query.EMPTY)
            .with("cursor", cursor.cursor())
            .with("internal_ext", cursor.internalExt())
            .with("host", DouyinBrowser.ORIGIN)
            .with("aid", "6383")
            .with("live_id", "1")
            .with("did_rule", "3")
            .with("endpoint", "live_pc")
            .with("support_wrds", "1")
            .with("user_unique_id", userUniqueId)
            .with("im_path", DouyinFetchUrl.PATH)
            .with("identity", "audience")
            .with("need_persist_msg_count", "15")
            .with("insert_task_id", "")
            .with("live_reason", "")
            .with("room_id", ticket.roomId())
            .with("heartbeatDuration", "0")
            .with("signature", "")
            .with(ticket.routeParams());
    if (!ticket.signature().isEmpty()) {
      query = query.with("signature", ticket.signature());
    }
    return URI.create(ticket.server() + "?" + query);
  }

  private static Query client(Query query) {
    return browser(
        query
            .with("app_name", "douyin_web")
            .with("version_code", "180800")
            .with("webcast_sdk_version", SDK_VERSION)
            .with("update_version_code", SDK_VERSION)
            .with("compress", "gzip")
            .with("device_platform", "web"));
  }

  /** What every request says of the browser; it must fit the User-Agent. */
  static Query browser(Query query) {
    return query
        .with("cookie_enabled", "true")
        .with("screen_width", "1920")
        .with("screen_height", "1080")
        .with("browser_language", "zh-CN")
        .with("browser_platform", "Win32")
        .with("browser_name", "Mozilla")
        .with("browser_version", DouyinBrowser.browserVersion(DouyinBrowser.USER_AGENT))
        .with("browser_online", "true")
        .with("tz_name", "Asia/Shanghai");
  }

  /** A URL that was handed over, going on where we stopped. */
  public static URI resumed(URI handedOver, DouyinCursor cursor) {
    String raw = handedOver.getRawQuery();
    if (cursor.isNone() || raw == null) {
      return handedOver;
    }
    Query query =
        Query.parse(raw).with("cursor", cursor.cursor()).with("internal_ext", cursor.internalExt());
    String whole = handedOver.toString();
    return URI.create(whole.substring(0, whole.indexOf('?') + 1) + query);
  }
}
