package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SiteContext;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The HTTP side of the simulated site: one method per path. */
final class LookupAnswers {
  private static final String FRONT_PAGE = "/";
  private static final String JSON = "application/json; charset=utf-8";

  private final Backend site;
  private final SiteContext context;
  private final RandomGenerator random;
  private final RiskControl riskControl;
  private final Map<String, Function<LookupRequest, HttpReply>> paths =
      Map.of(
          FRONT_PAGE,
          this::frontPage,
          "/x/frontend/finger/spi",
          this::fingerprint,
          "/x/web-interface/nav",
          this::nav,
          "/room/v1/Room/get_info",
          this::getInfo,
          "/room/v1/Room/room_init",
          this::roomInit,
          "/xlive/web-room/v1/index/getDanmuInfo",
          this::getDanmuInfo);

  /**
   * Whether the room that was asked for last needs a password: room_init is asked after get_info.
   */
  private boolean locked;

  LookupAnswers(Backend site) {
    this.site = site;
    context = site.context();
    random = context.random();
    riskControl = new RiskControl(random);
  }

  boolean serves(String path) {
    return paths.containsKey(path);
  }

  HttpReply answer(HttpCall call) {
    if ("b23.tv".equals(call.uri().getHost())) {
      return shared(call.uri().getPath().substring(1));
    }
    Function<LookupRequest, HttpReply> path = paths.get(call.uri().getPath());
    if (path == null) {
      context.count("lookups of unknown paths");
      return HttpReply.of(404, "text/plain", "not found");
    }
    context.count("lookups");
    if (!call.uri().getPath().equals(FRONT_PAGE) && context.strikes(Fault.LOOKUP_BLOCKED)) {
      return json(-412, "request was banned", "null");
    }
    return path.apply(LookupRequest.of(call));
  }

  /** A share link names its room, or any of ours. */
  private HttpReply shared(String code) {
    String room = context.hosts(code) ? code : context.rooms().iterator().next();
    String page = "https://live.bilibili.com/" + room + "?broadcast_type=0";
    return new HttpReply(302, Headers.of("Location", page), Raw.NOTHING);
  }

  private HttpReply frontPage(LookupRequest request) {
    if (!site.asIn2022() && RiskControl.isScript(request.userAgent())) {
      context.count("lookups refused: User-Agent");
      return HttpReply.of(412, "text/html; charset=utf-8", "<html>412</html>");
    }
    String everywhere = "; path=/" + domain(request.host());
    HttpReply page = HttpReply.of(200, "text/html; charset=utf-8", "<html>bilibili</html>");
    Headers headers =
        page.headers()
            .with("Set-Cookie", "buvid3=" + buvid("infoc") + everywhere)
            .with("Set-Cookie", "b_nut=" + context.wallMs() / 1_000 + everywhere);
    return new HttpReply(page.status(), headers, page.body());
  }

  /** By the simulator's own address, a strict cookie jar refuses a cookie of another domain. */
  private static String domain(String asked) {
    return isReal(asked) ? "; domain=.bilibili.com" : "";
  }

  private static boolean isReal(String host) {
    return host.toLowerCase(Locale.ROOT).endsWith(".bilibili.com");
  }

  private HttpReply fingerprint(LookupRequest request) {
    return ok("{\"b_3\":\"%s\",\"b_4\":\"%s\"}".formatted(buvid("infoc"), buvid("")));
  }

  /** An anonymous visitor is answered -101, but with the keys. */
  private HttpReply nav(LookupRequest request) {
    long account = request.account();
    String keys =
        """
        "wbi_img":{"img_url":"https://i0.hdslb.com/bfs/wbi/%s.png",\
        "sub_url":"https://i0.hdslb.com/bfs/wbi/%s.png"}"""
            .formatted(riskControl.imgKey(), riskControl.subKey());
    return account == 0
        ? json(-101, "账号未登录", "{\"isLogin\":false,%s}".formatted(keys))
        : ok("{\"isLogin\":true,\"mid\":%d,\"uname\":\"观众\",%s}".formatted(account, keys));
  }

  private HttpReply getInfo(LookupRequest request) {
    locked = context.strikes(Fault.ROOM_LOCKED);
    if (locked) {
      return json(-400, "请求错误", "null");
    }
    Optional<RoomNumbers> room = site.room(request.room("room_id"));
    return room.map(it -> ok(info(it))).orElseGet(() -> json(1, "未找到该房间", "[]"));
  }

  private String info(RoomNumbers room) {
    return """
        {"uid":%s,"room_id":%d,"short_id":%d,"live_status":%d,\
        "title":"弹幕测试直播间 %d","area_name":"单机游戏","parent_area_name":"游戏"}"""
        .formatted(room.owner(), room.longId(), room.shortId(), liveStatus(room), room.longId());
  }

  private int liveStatus(RoomNumbers room) {
    return context.isLive(room.name()) ? 1 : 0;
  }

  private HttpReply roomInit(LookupRequest request) {
    Optional<RoomNumbers> room = site.room(request.room("id"));
    return room.map(it -> ok(init(it))).orElseGet(() -> json(60004, "直播间不存在", "null"));
  }

  private String init(RoomNumbers room) {
    return """
        {"uid":%s,"room_id":%d,"short_id":%d,"live_status":%d,"encrypted":%b,"pwd_verified":false}"""
        .formatted(room.owner(), room.longId(), room.shortId(), liveStatus(room), locked);
  }

  private HttpReply getDanmuInfo(LookupRequest request) {
    if (context.strikes(Fault.LOOKUP_REFUSED)) {
      return refused("--fault");
    }
    Optional<String> wrong = site.asIn2022() ? Optional.empty() : riskControl.refuses(request);
    if (wrong.isPresent()) {
      return refused(wrong.get());
    }
    countMissing(request);
    return site.room(request.room("id"))
        .map(room -> ok(servers(room, request)))
        .orElseGet(() -> json(1002002, "参数错误", "null"));
  }

  /** A browser has them; public reports say that the real one wants buvid4 since 2025-06. */
  private void countMissing(LookupRequest request) {
    for (String cookie : List.of("b_nut", "buvid4")) {
      if (!site.asIn2022() && request.cookies().get(cookie).isEmpty()) {
        context.count("odd: servers asked for without " + cookie);
      }
    }
  }

  private HttpReply refused(String why) {
    context.count("lookups refused: " + why);
    return json(-352, "-352", "{\"v_voucher\":\"voucher_%s\"}".formatted(hex(8)));
  }

  private String servers(RoomNumbers room, LookupRequest request) {
    return """
        {"group":"live","business_id":0,"refresh_row_factor":0.125,"refresh_rate":100,\
        "max_delay":5000,"token":"%s","host_list":[%s]}"""
        .formatted(
            site.tokens().issue(new Ticket(room.longId(), request.account())),
            hosts(request.host()));
  }

  /** Asked by a real host name, it names real hosts; asked by an address, that address. */
  private String hosts(String asked) {
    if (!isReal(asked)) {
      return host(asked.isEmpty() ? "127.0.0.1" : asked, context.httpPort(), context.httpPort());
    }
    return String.join(
        ",",
        host("zj-cn-live-comet.chat.bilibili.com", 2245, 2244),
        host("tx-bj-live-comet-01.chat.bilibili.com", 2245, 2244),
        host("broadcastlv.chat.bilibili.com", 2245, 2244));
  }

  private String host(String name, int wss, int ws) {
    return "{\"host\":\"%s\",\"port\":%d,\"wss_port\":%d,\"ws_port\":%d}"
        .formatted(name, context.tcpPort(), wss, ws);
  }

  private String buvid(String end) {
    String hex = hex(16).toUpperCase(Locale.ROOT);
    String grouped = hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
    return grouped + "%05d".formatted(random.nextInt(100_000)) + end;
  }

  private String hex(int bytes) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    return HexFormat.of().formatHex(raw);
  }

  private static HttpReply ok(String data) {
    return json(0, "0", data);
  }

  private static HttpReply json(int code, String message, String data) {
    return HttpReply.of(
        200,
        JSON,
        "{\"code\":%d,\"message\":\"%s\",\"ttl\":1,\"data\":%s}".formatted(code, message, data));
  }
}
