package io.github.danmuhub.platform.huya;

import io.github.danmuhub.platform.Asker;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP before the socket: {@code profileRoom} of the mobile site; where that is gone, the
 * room's own page. Stages fail with a {@link LookupException}, possibly wrapped.
 */
final class HuyaLookup {
  static final String ORIGIN = "https://www.huya.com";

  private static final String USER_AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/139.0.0.0 Safari/537.36";
  private static final Headers HEADERS =
      Headers.of("User-Agent", USER_AGENT, "Origin", ORIGIN, "Referer", ORIGIN + "/");
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int BLOCKED = 412;
  private static final int NO_SUCH_ROOM = 422;
  private static final int TOO_MANY = 429;
  private static final Pattern ROOM_DATA = Pattern.compile("TT_ROOM_DATA\\s*=\\s*(\\{.*?\\});");
  private static final Pattern PROFILE = Pattern.compile("TT_PROFILE_INFO\\s*=\\s*(\\{.*?\\});");

  private HuyaLookup() {}

  /** What a browser shows with each request, and to the socket. */
  static Headers headers() {
    return HEADERS;
  }

  /** What the site says of the room. */
  static CompletionStage<HuyaRoomInfo> find(String room, Asker http) {
    String profile =
        "https://mp.huya.com/cache.php?m=Live&do=profileRoom&roomid=" + room + "&showSecret=1";
    return http.http(get(profile)).thenCompose(reply -> answered(reply, room, http));
  }

  private static CompletionStage<HuyaRoomInfo> answered(HttpReply reply, String room, Asker http) {
    return switch (reply.status()) {
      case OK -> profile(room, reply);
      case FORBIDDEN, BLOCKED, TOO_MANY -> blocked(reply);
      default -> page(room, http);
    };
  }

  private static HttpCall get(String url) {
    return HttpCall.get(URI.create(url), HEADERS);
  }

  private static CompletionStage<HuyaRoomInfo> profile(String room, HttpReply reply) {
    HuyaFields fields = HuyaFields.read(reply.body().toBytes());
    int status = (int) fields.number("status");
    if (status == OK && fields.number("data.profileInfo.uid") != 0) {
      return CompletableFuture.completedStage(HuyaRoomInfo.ofProfile(fields));
    }
    return status == NO_SUCH_ROOM
        ? missing(room)
        : again(status, "Huya refuses room %s: %s".formatted(room, fields.words()));
  }

  private static CompletionStage<HuyaRoomInfo> page(String room, Asker http) {
    return http.http(get(ORIGIN + "/" + room)).thenCompose(reply -> page(room, reply));
  }

  private static CompletionStage<HuyaRoomInfo> page(String room, HttpReply reply) {
    String page = reply.text();
    if (reply.status() == NOT_FOUND || page.contains("找不到这个主播")) {
      return missing(room);
    }
    if (reply.status() != OK) {
      return again(
          reply.status(),
          "Huya shows neither the room %s nor its page: HTTP %d".formatted(room, reply.status()));
    }
    HuyaFields profile = fields(PROFILE, page);
    if (profile.number("lp") == 0) {
      return page.contains("正在整改中")
          ? failed(Setback.mendedByHand(0, "Huya has closed room %s for now".formatted(room)))
          : again(0, "Huya shows the page of room %s without its presenter".formatted(room));
    }
    return CompletableFuture.completedStage(HuyaRoomInfo.ofPage(profile, fields(ROOM_DATA, page)));
  }

  private static HuyaFields fields(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    return found.find() ? HuyaFields.read(found.group(1)) : HuyaFields.NONE;
  }

  private static CompletionStage<HuyaRoomInfo> missing(String room) {
    return failed(Setback.failed(NO_SUCH_ROOM, "Huya has no room " + room));
  }

  private static CompletionStage<HuyaRoomInfo> blocked(HttpReply reply) {
    String why = "Huya blocks this address for now (HTTP %d): wait, or go by --proxy";
    return failed(
        Setback.blocked(reply.status(), why.formatted(reply.status()), reply.retryAfterMs()));
  }

  private static CompletionStage<HuyaRoomInfo> again(int code, String why) {
    return failed(Setback.again(code, why));
  }

  private static CompletionStage<HuyaRoomInfo> failed(Setback why) {
    return CompletableFuture.failedFuture(new LookupException(why));
  }
}
