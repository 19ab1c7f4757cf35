package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.http.Cookies;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.Programmes;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SiteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The HTTP before and beside the socket: front page, room pages, {@code web/enter}, {@code
 * im/fetch} and the gift catalogue. One thread.
 */
final class Lookups {
  private static final String SIGNATURE = "Simulator0000000";
  private static final String GIFTS = "/webcast/gift/list/";
  private static final String NONCE = "0123456789abcdef01234";
  private static final String TTWID = "1%7Csimulated%7C1";
  private static final int OK = 200;
  private static final long FETCH_MS = 1_000;
  private static final long END_IDS = 3_000_000_000_000L;
  private static final long FIRST_UNIQUE_ID = 7_300_000_000_000_000_000L;
  private static final long UNIQUE_IDS = 600_000_000_000_000_000L;

  private final SiteContext site;
  private final Broadcasts broadcasts;
  private final Guests guests;

  Lookups(SiteContext site, Broadcasts broadcasts, Guests guests) {
    this.site = site;
    this.broadcasts = broadcasts;
    this.guests = guests;
  }

  /** The name of the page that a path asks for, be it there or not. */
  static String pageOf(String path) {
    return path.replaceFirst("^/", "").replaceFirst("/$", "");
  }

  HttpReply answer(HttpCall call, Programmes<DouyinMessage> rooms) {
    Query query = Query.of(call.uri());
    String path = String.valueOf(call.uri().getPath());
    if ("v.douyin.com".equals(call.uri().getHost())) {
      return shared(pageOf(path));
    }
    return switch (path) {
      case "", "/" -> withCookie(html("抖音直播"), "ttwid", TTWID);
      case DouyinFetchUrl.PATH -> fetch(call, query, rooms);
      case DouyinFetchUrl.ENTER_PATH -> enter(call, query);
      case DouyinFetchUrl.REFLOW_PATH -> reflow(query.get("room_id"));
      case GIFTS -> json("{\"data\":{\"gifts\":[]},\"status_code\":0}");
      default -> page(call, pageOf(path));
    };
  }

  /** A share link names its room, or any of ours. */
  private HttpReply shared(String code) {
    String room = site.hosts(code) ? code : site.rooms().iterator().next();
    String page = "https://webcast.amemv.com/douyin/webcast/reflow/" + broadcasts.id(room);
    return new HttpReply(302, Headers.of("Location", page), Raw.NOTHING);
  }

  private HttpReply reflow(String roomId) {
    String owner = broadcasts.roomOf(roomId).map("{\"web_rid\":\"%s\"}"::formatted).orElse("{}");
    return json("{\"data\":{\"room\":{\"owner\":%s}},\"status_code\":0}".formatted(owner));
  }

  private HttpReply page(HttpCall call, String room) {
    if (!site.hosts(room)) {
      return HttpReply.of(404, "text/html; charset=utf-8", "404");
    }
    if (site.strikes(Fault.LOOKUP_REFUSED)) {
      site.count("verification pages");
      return html(RoomPages.verification());
    }
    boolean known = isKnown(call);
    RoomPages page = shown(room, call);
    if (site.rules() == Rules.YEAR_2022) {
      HttpReply of2022 = html(page.of2022());
      return known ? of2022 : withCookie(of2022, "ttwid", TTWID);
    }
    if (Cookies.of(call).get("__ac_nonce").isEmpty()) {
      return withCookie(html(RoomPages.onlyCookies()), "__ac_nonce", NONCE);
    }
    return html(known ? page.today() : RoomPages.verification());
  }

  private static boolean isKnown(HttpCall call) {
    return !Cookies.of(call).get("ttwid").isEmpty();
  }

  private RoomPages shown(String room, HttpCall call) {
    String uniqueId = Long.toString(FIRST_UNIQUE_ID + site.random().nextLong(UNIQUE_IDS));
    return new RoomPages(
        room, broadcasts.id(room), site.isLive(room), uniqueId, Guests.hasAccount(call), SIGNATURE);
  }

  /** Empty for a visitor that the site does not know, as on the real one. */
  private HttpReply enter(HttpCall call, Query query) {
    String room = query.get("web_rid");
    boolean known = site.rules() == Rules.YEAR_2022 || isKnown(call);
    boolean refused = site.strikes(Fault.LOOKUP_REFUSED);
    boolean empty = !site.hosts(room) || refused || !known;
    return json(empty ? "" : shown(room, call).enter());
  }

  /**
   * Without a cursor the few messages before now, with one what was said since; and at the end of
   * the broadcast, that it is over.
   */
  private HttpReply fetch(HttpCall call, Query query, Programmes<DouyinMessage> rooms) {
    String room = broadcasts.roomOf(query.get("room_id")).orElse("");
    if (room.isEmpty() || site.strikes(Fault.LOOKUP_REFUSED)) {
      return protobuf(new byte[0]);
    }
    site.count("polls");
    Programmes.Part<DouyinMessage> part = part(room, query.get("cursor"), rooms);
    List<DouyinMessage> told = new ArrayList<>(part.messages());
    if (!broadcasts.isOn(room, query.get("room_id"))) {
      told.addAll(end(room));
    }
    View view = new View(guests.areHidden(call, query), new GiftChaos(site));
    List<byte[]> shown = view.of(told).stream().map(DouyinResponseCodec::encode).toList();
    return protobuf(DouyinResponseCodec.encode(response(room, query, part.next()), shown));
  }

  private static Programmes.Part<DouyinMessage> part(
      String room, String cursor, Programmes<DouyinMessage> rooms) {
    if (!cursor.isEmpty()) {
      return rooms.since(room, Frames.position(cursor));
    }
    long position = rooms.position(room);
    return new Programmes.Part<>(rooms.before(room, position), position);
  }

  /** That the broadcast is over; the same whenever it is asked for. */
  private List<DouyinMessage> end(String room) {
    long broadcast = broadcasts.id(room);
    String id = Long.toString(END_IDS + site.broadcast(room));
    Origin origin = new Origin("douyin", room, id, site.wallMs(), site.wallMs(), false, null);
    return DouyinEvents.encode(new Broadcast(origin, Broadcast.State.OFFLINE), broadcast);
  }

  private DouyinResponse response(String room, Query query, long position) {
    long now = site.wallMs();
    String roomId = Long.toString(broadcasts.id(room));
    return new DouyinResponse(
        Frames.cursor(position, now),
        FETCH_MS,
        now,
        Frames.fetchedExt(roomId, query.get("user_unique_id"), now),
        Map.of("signature", SIGNATURE),
        false,
        DouyinSocketUrl.SERVERS.get(1));
  }

  private static HttpReply html(String body) {
    return HttpReply.of(OK, "text/html; charset=utf-8", body);
  }

  private static HttpReply json(String body) {
    return HttpReply.of(OK, "application/json; charset=utf-8", body);
  }

  private static HttpReply protobuf(byte[] body) {
    return new HttpReply(
        OK, Headers.of("Content-Type", "application/protobuffer"), Raw.bytes(body));
  }

  /** Names no Domain: a client that is changed only in its host must keep the cookie. */
  private static HttpReply withCookie(HttpReply reply, String name, String value) {
    String cookie = name + "=" + value + "; Path=/";
    return new HttpReply(reply.status(), reply.headers().with("Set-Cookie", cookie), reply.body());
  }
}
