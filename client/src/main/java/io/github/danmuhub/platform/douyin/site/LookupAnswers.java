package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Fault;
import io.github.danmuhub.platform.PendingFaults;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.Rules;
import io.github.danmuhub.platform.Tallies;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The HTTP before and beside the socket: front page, room pages, {@code web/enter}, {@code
 * im/fetch} and the gift catalogue. One thread.
 */
final class LookupAnswers {
  private static final String SIGNATURE = "Simulator0000000";
  private static final String GIFTS = "/webcast/gift/list/";
  private static final String NONCE = "0123456789abcdef01234";
  private static final String TTWID = "1%7Csimulated%7C1";
  private static final int OK = 200;
  private static final long FETCH_MS = 1_000;
  private static final long FIRST_UNIQUE_ID = 7_300_000_000_000_000_000L;
  private static final long UNIQUE_IDS = 600_000_000_000_000_000L;

  private final HostedRooms rooms;
  private final Guests guests;
  private final Rules rules;
  private final PendingFaults faults;
  private final Tallies tallies;
  private final SplittableRandom random;

  LookupAnswers(
      SimulationOptions options,
      HostedRooms rooms,
      Guests guests,
      Tallies tallies,
      SplittableRandom random) {
    this.rooms = rooms;
    this.guests = guests;
    this.tallies = tallies;
    this.random = random;
    rules = options.rules();
    faults = options.faults();
  }

  HttpReply answer(HttpCall call, long now) {
    Query query = query(call);
    String path = String.valueOf(call.uri().getPath());
    return switch (path) {
      case "", "/" -> withCookie(html("抖音直播"), "ttwid", TTWID);
      case DouyinFetchUrl.PATH -> fetch(call, query, now);
      case DouyinFetchUrl.ENTER_PATH -> enter(call, query, now);
      case GIFTS -> json("{\"data\":{\"gifts\":[]},\"status_code\":0}");
      default -> page(call, HostedRooms.pageOf(path), now);
    };
  }

  static Query query(HttpCall call) {
    return Query.of(call.uri());
  }

  private HttpReply page(HttpCall call, String webRid, long now) {
    HostedRoom room = rooms.ofPage(webRid);
    if (room == null) {
      return HttpReply.of(404, "text/html; charset=utf-8", "404");
    }
    if (faults.strike(Fault.LOOKUP_REFUSED)) {
      tallies.count("verification pages");
      return html(RoomPages.verification());
    }
    boolean known = !Admission.cookie(call, "ttwid").isEmpty();
    RoomPages.Visitor visitor = visitor(call);
    if (rules == Rules.YEAR_2022) {
      HttpReply page = html(RoomPages.of2022(room, visitor, now));
      return known ? page : withCookie(page, "ttwid", TTWID);
    }
    if (Admission.cookie(call, "__ac_nonce").isEmpty()) {
      return withCookie(html(""), "__ac_nonce", NONCE);
    }
    return html(known ? RoomPages.today(room, visitor, now) : RoomPages.verification());
  }

  private RoomPages.Visitor visitor(HttpCall call) {
    String uniqueId = Long.toString(FIRST_UNIQUE_ID + random.nextLong(UNIQUE_IDS));
    return new RoomPages.Visitor(uniqueId, Guests.hasAccount(call));
  }

  /** Empty for whom the site does not know, as the real one answers. */
  private HttpReply enter(HttpCall call, Query query, long now) {
    HostedRoom room = rooms.ofPage(query.get("web_rid"));
    boolean known = rules == Rules.YEAR_2022 || !Admission.cookie(call, "ttwid").isEmpty();
    boolean refused = faults.strike(Fault.LOOKUP_REFUSED);
    return json(room == null || refused || !known ? "" : RoomPages.enter(room, now));
  }

  /**
   * Without a cursor the few messages before now, with one what was said since; and at the end of
   * the broadcast, that it is over.
   */
  private HttpReply fetch(HttpCall call, Query query, long now) {
    HostedRoom room = rooms.find(query.get("room_id"), now).orElse(null);
    if (room == null || faults.strike(Fault.LOOKUP_REFUSED)) {
      return protobuf(new byte[0]);
    }
    tallies.count("polls");
    boolean joining = query.get("cursor").isEmpty();
    long from = room.position(query.get("cursor"), now);
    List<DouyinMessage> since = joining ? List.of() : room.due(from, now);
    if (!joining) {
      room.begin(now);
    }
    List<DouyinMessage> told = new ArrayList<>(joining ? room.history(from, now) : since);
    if (room.endOf(query.get("room_id"), now) <= now) {
      told.add(room.end(now));
    }
    View view = new View(guests.areHidden(call, query), new GiftChaos(faults, random));
    List<byte[]> shown = view.of(told).stream().map(DouyinResponseCodec::encode).toList();
    DouyinResponse response = response(room, query, from + since.size(), now);
    return protobuf(DouyinResponseCodec.encode(response, shown));
  }

  private static DouyinResponse response(HostedRoom room, Query query, long position, long now) {
    return new DouyinResponse(
        Frames.cursor(position, now),
        FETCH_MS,
        now,
        Frames.fetchedExt(room.roomId(now), query.get("user_unique_id"), now),
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
