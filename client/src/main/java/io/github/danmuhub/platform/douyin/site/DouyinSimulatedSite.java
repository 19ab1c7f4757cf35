package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Fault;
import io.github.danmuhub.platform.Headers;
import io.github.danmuhub.platform.HttpCall;
import io.github.danmuhub.platform.HttpReply;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.RefusedException;
import io.github.danmuhub.platform.SimulatedPeer;
import io.github.danmuhub.platform.SimulatedSite;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.Rules;
import io.github.danmuhub.platform.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinQuery;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Douyin's other side: front page, room pages, {@code web/enter}, {@code im/fetch} and the socket.
 * One thread.
 */
public final class DouyinSimulatedSite implements SimulatedSite {
  /** Has the form of a signature and says what it is. */
  public static final String SIGNATURE = "Simulator0000000";

  private static final String GIFTS = "/webcast/gift/list/";
  private static final String NONCE = "0123456789abcdef01234";
  private static final String TTWID = "1%7Csimulated%7C1";
  private static final long FETCH_MS = 1_000;
  private static final long FIRST_UNIQUE_ID = 7_300_000_000_000_000_000L;
  private static final long UNIQUE_IDS = 600_000_000_000_000_000L;

  private final SimulationOptions options;
  private final SortedMap<String, HostedRoom> rooms = new TreeMap<>();
  private final Tallies tallies = new Tallies();
  private final Admission rules;
  private final SplittableRandom random;
  private long nextLogId = 8_726_349_535_470_000_000L;

  /** A site with the rooms of the options. */
  public DouyinSimulatedSite(SimulationOptions options) {
    this.options = options;
    random = new SplittableRandom(options.seed());
    rules = new Admission(options.rules(), tallies);
    for (SimulatedRoom room : options.rooms()) {
      if (room.room().platform().equals(Douyin.ID)) {
        rooms.put(room.room().room(), open(room));
      }
    }
  }

  private HostedRoom open(SimulatedRoom room) {
    String webRid = room.room().room();
    String roomId = HostedRoom.roomId(webRid, options.seed());
    double rate = options.rate();
    Feed feed =
        room.replay().isEmpty()
            ? new ScriptFeed(
                roomId, options.seed(), rate == 0 ? SimulationOptions.SCRIPT_RATE : rate)
            : new ReplayFeed(room.replay(), rate, options.loop());
    return new HostedRoom(webRid, roomId, feed);
  }

  @Override
  public List<String> hosts() {
    return List.of("live.douyin.com", "www.douyin.com", "*.douyin.com");
  }

  @Override
  public boolean serves(String path) {
    return path.equals("/") || path.startsWith("/webcast/") || rooms.containsKey(pageOf(path));
  }

  private static String pageOf(String path) {
    return path.length() > 1 && path.endsWith("/")
        ? path.substring(1, path.length() - 1)
        : path.substring(Math.min(1, path.length()));
  }

  @Override
  public void onHttp(HttpCall call, long now, Consumer<HttpReply> answer) {
    String path = String.valueOf(call.uri().getPath());
    DouyinQuery query = query(call);
    answer.accept(
        switch (path) {
          case "", "/" -> withCookie(html("抖音直播"), "ttwid", TTWID);
          case DouyinFetchUrl.PATH -> fetch(call, query, now);
          case DouyinFetchUrl.ENTER_PATH -> enter(query);
          case GIFTS -> json("{\"data\":{\"gifts\":[]},\"status_code\":0}");
          default -> page(call, pageOf(path));
        });
  }

  private static DouyinQuery query(HttpCall call) {
    String raw = call.uri().getRawQuery();
    return raw == null ? DouyinQuery.EMPTY : DouyinQuery.parse(raw);
  }

  private HttpReply page(HttpCall call, String webRid) {
    HostedRoom room = rooms.get(webRid);
    if (room == null) {
      return HttpReply.of(404, "text/html; charset=utf-8", "404");
    }
    if (options.faults().strike(Fault.LOOKUP_REFUSED)) {
      tallies.count("verification pages");
      return html(RoomPages.verification());
    }
    boolean known = !Admission.cookie(call, "ttwid").isEmpty();
    String uniqueId = Long.toString(FIRST_UNIQUE_ID + random.nextLong(UNIQUE_IDS));
    if (options.rules() == Rules.RULES_2022) {
      HttpReply page = html(RoomPages.of2022(room, uniqueId));
      return known ? page : withCookie(page, "ttwid", TTWID);
    }
    if (Admission.cookie(call, "__ac_nonce").isEmpty()) {
      return withCookie(html(""), "__ac_nonce", NONCE);
    }
    return html(known ? RoomPages.today(room, uniqueId) : RoomPages.verification());
  }

  private HttpReply enter(DouyinQuery query) {
    HostedRoom room = rooms.get(query.get("web_rid"));
    boolean refused = options.faults().strike(Fault.LOOKUP_REFUSED);
    return json(room == null || refused ? "" : RoomPages.enter(room));
  }

  /** Without a cursor the few messages before now; with one what was said since. */
  private HttpReply fetch(HttpCall call, DouyinQuery query, long now) {
    Optional<HostedRoom> known = room(query.get("room_id"));
    if (known.isEmpty() || options.faults().strike(Fault.LOOKUP_REFUSED)) {
      return protobuf(new byte[0]);
    }
    tallies.count("polls");
    HostedRoom room = known.get();
    boolean joining = query.get("cursor").isEmpty();
    long from = room.position(query.get("cursor"), now);
    List<DouyinMessage> messages = joining ? room.history(from, now) : room.due(from, now);
    long to = joining ? from : from + messages.size();
    if (!joining) {
      room.begin(now);
    }
    DouyinResponse response =
        new DouyinResponse(
            Frames.cursor(to, now),
            FETCH_MS,
            now,
            Frames.internalExt(room.roomId(), nextLogId, now),
            Map.of("signature", SIGNATURE),
            false,
            DouyinSocketUrl.SERVERS.get(1));
    List<byte[]> encoded = new ArrayList<>();
    new View(isHidden(call), new GiftChaos(options.faults(), random))
        .of(messages)
        .forEach(message -> encoded.add(DouyinResponseCodec.encode(message)));
    return protobuf(DouyinResponseCodec.encode(response, encoded));
  }

  /** Whether the viewers are hidden from this visitor: never from one with an account. */
  private boolean isHidden(HttpCall call) {
    return Admission.cookie(call, "sessionid").isEmpty()
        && options.faults().strike(Fault.GUEST_MASKED);
  }

  private Optional<HostedRoom> room(String roomId) {
    return rooms.values().stream()
        .filter(room -> room.roomId().equals(roomId) || room.webRid().equals(roomId))
        .findFirst();
  }

  @Override
  public SimulatedPeer accept(@Nullable HttpCall handshake, long now, PeerOut out)
      throws RefusedException {
    if (handshake == null) {
      throw new RefusedException(Admission.blocked());
    }
    DouyinQuery query = query(handshake);
    Optional<HttpReply> refusal = refusal(handshake, query);
    if (refusal.isPresent()) {
      tallies.count("handshakes refused");
      throw new RefusedException(refusal.get());
    }
    HostedRoom room =
        room(query.get("room_id"))
            .orElseThrow(() -> new RefusedException(Admission.refusal("ROOM_NOT_FOUND")));
    GiftChaos chaos = new GiftChaos(options.faults(), random.split());
    View view = new View(isHidden(handshake), chaos);
    Peer peer = new Peer(room, view, options.faults(), tallies, out);
    tallies.count("handshakes accepted");
    peer.begin(query.get("cursor"), nextLogId += 1_000_000, now);
    return peer;
  }

  private Optional<HttpReply> refusal(HttpCall handshake, DouyinQuery query) {
    boolean struck =
        options.faults().strike(Fault.DEVICE_BLOCKED)
            || options.faults().strike(Fault.AUTH_REFUSED);
    return struck ? Optional.of(Admission.blocked()) : rules.check(handshake, query);
  }

  @Override
  public SortedMap<String, Long> tallies() {
    return tallies.all();
  }

  private static HttpReply html(String body) {
    return HttpReply.of(200, "text/html; charset=utf-8", body);
  }

  private static HttpReply json(String body) {
    return HttpReply.of(200, "application/json; charset=utf-8", body);
  }

  private static HttpReply protobuf(byte[] body) {
    return new HttpReply(
        200, Headers.of("Content-Type", "application/protobuffer"), Raw.bytes(body));
  }

  /** Names no Domain: a client that is changed only in its host must keep the cookie. */
  private static HttpReply withCookie(HttpReply reply, String name, String value) {
    String cookie = name + "=" + value + "; Path=/";
    return new HttpReply(reply.status(), reply.headers().with("Set-Cookie", cookie), reply.body());
  }
}
