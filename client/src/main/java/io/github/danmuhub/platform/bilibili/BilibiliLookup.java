package io.github.danmuhub.platform.bilibili;

import static io.github.danmuhub.platform.bilibili.BilibiliApi.step;

import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Scope;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.bilibili.packet.BilibiliWbi;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP before the socket: the room and, at the same time, who we are to the platform (kept for
 * half a day, asked for again after a refusal); then the servers and the token. One thread.
 */
final class BilibiliLookup {
  private static final String LIVE_API = "https://api.live.bilibili.com";
  private static final int NO_SUCH_ROOM = 1;
  private static final int NO_SUCH_ROOM_INIT = 60004;

  private final String room;
  private final Clock clock;
  private final BilibiliVisitorLookup visitors;
  private @Nullable BilibiliVisitor visitor;

  BilibiliLookup(String room, BilibiliVisitorLookup visitors, Clock clock) {
    this.room = room;
    this.clock = clock;
    this.visitors = visitors;
  }

  /** What a whole lookup gives. */
  record Found(BilibiliRoomInfo room, BilibiliVisitor visitor, BilibiliServers servers) {}

  /** The stage fails as those of {@link BilibiliApi} do. */
  CompletionStage<Found> find(BilibiliApi api, Resolve why) {
    if (why == Resolve.REFUSED) {
      refused();
    }
    CompletionStage<BilibiliRoomInfo> asked = room(api);
    CompletionStage<BilibiliVisitor> visitor = visitor(api);
    return asked.thenCompose(info -> visitor.thenCompose(who -> found(api, info, who)));
  }

  /** Keys or cookie may be out of date: the next lookup asks for new ones. */
  private void refused() {
    if (visitor != null) {
      visitors.forget(visitor);
      visitor = null;
    }
  }

  /** Empty before the first answer. */
  String account() {
    return visitor == null ? "" : visitor.account();
  }

  /** By {@code get_info}; where that gives no usable answer, by the older {@code room_init}. */
  private CompletionStage<BilibiliRoomInfo> room(BilibiliApi api) {
    return room(api, "/room/v1/Room/get_info?room_id=")
        .exceptionallyCompose(
            first ->
                worthASecondTry(first)
                    ? room(api, "/room/v1/Room/room_init?id=")
                    : CompletableFuture.failedFuture(first));
  }

  private CompletionStage<BilibiliRoomInfo> room(BilibiliApi api, String path) {
    return api.ask("room " + room, LIVE_API + path + room, "")
        .thenApply(step(answer -> BilibiliRoomInfo.of(open(existing(answer).ok()))));
  }

  private BilibiliApiAnswer existing(BilibiliApiAnswer answer) throws LookupException {
    if (answer.code() == NO_SUCH_ROOM || answer.code() == NO_SUCH_ROOM_INIT) {
      throw LookupException.failed(
          answer.code(), "room %s does not exist (code %d)".formatted(room, answer.code()));
    }
    return answer;
  }

  /** {@code room_init} says so, and whether the visitor has given the password. */
  private BilibiliApiAnswer open(BilibiliApiAnswer answer) throws LookupException {
    boolean locked = answer.text("data.encrypted").equals("true");
    if (locked && !answer.text("data.pwd_verified").equals("true")) {
      throw new LookupException(
          Setback.mendedByHand(
              0, "room %s needs a password: ask its owner to open it".formatted(room)));
    }
    return answer;
  }

  /**
   * Not where the room is known to be missing, the address is blocked, or no answer came at all.
   */
  private static boolean worthASecondTry(Throwable first) {
    return BilibiliApi.cause(first) instanceof LookupException e
        && e.verdict() != Verdict.FAILED
        && e.setback().scope() == Scope.ROOM
        && e.setback().notBeforeMs() == 0
        && e.code() != 0;
  }

  private CompletionStage<BilibiliVisitor> visitor(BilibiliApi api) {
    BilibiliVisitor known = visitor;
    if (known != null && known.isFresh(clock.ticks())) {
      return CompletableFuture.completedStage(known);
    }
    return visitors
        .find(api)
        .thenApply(
            who -> {
              visitor = who;
              return who;
            });
  }

  private CompletionStage<Found> found(
      BilibiliApi api, BilibiliRoomInfo info, BilibiliVisitor who) {
    TreeMap<String, String> params = new TreeMap<>();
    params.put("id", Long.toString(info.id()));
    params.put("type", "0");
    params.put("web_location", "444.8");
    String query = BilibiliWbi.sign(params, who.imgKey(), who.subKey(), clock.wallMs() / 1000);
    return api.ask(
            "servers of room " + room,
            LIVE_API + "/xlive/web-room/v1/index/getDanmuInfo?" + query,
            visitors.own().header())
        .thenApply(step(answer -> new Found(info, who, BilibiliServers.of(accepted(answer)))));
  }

  private BilibiliApiAnswer accepted(BilibiliApiAnswer answer) throws LookupException {
    if (answer.code() != 0) {
      refused();
    }
    return answer.ok();
  }
}
