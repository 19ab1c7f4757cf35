package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.douyin.packet.DouyinBrowser;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.Query;
import java.net.URI;
import java.util.List;

/** Where to dial, best first: the socket, then polling, which the page falls back to as well. */
final class DouyinDials {
  private static final long OPEN_MS = 10_000;

  /** Two heartbeats without an answer, and the time for the second one's. */
  private static final Pace SOCKET = new Pace(OPEN_MS, 25_000);

  /** The longest interval between polls, several times. */
  private static final Pace POLLING = new Pace(OPEN_MS, 150_000);

  /** A page that makes no socket within a minute makes none. */
  private static final Pace PAGE = new Pace(60_000, 25_000);

  private DouyinDials() {}

  static List<Dial> live(
      DouyinTicket ticket, DouyinCursor cursor, DouyinVisitor visitor, String webRid) {
    URI uri = DouyinSocketUrl.of(ticket, cursor, visitor.uniqueId());
    Headers headers = visitor.socketHeaders(webRid, DouyinBrowser.USER_AGENT);
    return List.of(new Dial.WebSocket(uri, headers, SOCKET), new Dial.Polling(POLLING));
  }

  /** The user's own URL, with the User-Agent that it was signed for. */
  static List<Dial> handedOver(URI url, DouyinCursor cursor, DouyinVisitor visitor, String webRid) {
    String version = Query.of(url).get("browser_version");
    Headers headers = visitor.socketHeaders(webRid, DouyinBrowser.userAgent(version));
    return List.of(new Dial.WebSocket(DouyinSocketUrl.resumed(url, cursor), headers, SOCKET));
  }

  /** The page connects by itself, whatever server it is told, or polls, and signs by itself. */
  static List<Dial> page(String webRid) {
    URI page = URI.create(DouyinBrowser.ORIGIN + "/" + webRid);
    return List.of(
        new Dial.Browser(
            page,
            uri -> DouyinSocketUrl.PATH.equals(uri.getPath()),
            uri -> DouyinFetchUrl.PATH.equals(uri.getPath()),
            PAGE));
  }

  /** No socket: the messages of a live room are polled, the page of an ended one is looked at. */
  static List<Dial> polling() {
    return List.of(new Dial.Polling(POLLING));
  }
}
