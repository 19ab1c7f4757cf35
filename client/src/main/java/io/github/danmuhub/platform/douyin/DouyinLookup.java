package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Asker;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.douyin.packet.DouyinBrowser;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.page.RoomInfo;
import io.github.danmuhub.platform.douyin.page.RoomPage;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The HTTP before the socket: a {@code ttwid} from the front page, the room's page, {@code
 * web/enter} as a second witness, and {@code im/fetch} for the first cursor. One thread.
 */
final class DouyinLookup {
  private static final int NOT_FOUND = 404;
  private static final int BLOCKED = 444;
  private static final int OK = 200;

  /** Sets the {@code ttwid}. */
  private static final URI FRONT_PAGE = URI.create(DouyinBrowser.ORIGIN + "/");

  private final String webRid;
  private final DouyinVisitor visitor;
  private final Asker http;

  /** The ttwid with which the page was asked for. */
  private String shown = "";

  DouyinLookup(String webRid, DouyinVisitor visitor, Asker http) {
    this.webRid = webRid;
    this.visitor = visitor;
    this.http = http;
  }

  /**
   * What the site says of the room. The stage fails with a {@link LookupException}, possibly
   * wrapped.
   */
  CompletionStage<RoomInfo> room() {
    CompletionStage<Optional<RoomInfo>> page =
        visitor.ttwid().isEmpty()
            ? http.http(get(FRONT_PAGE)).thenCompose(unused -> page())
            : page();
    return page.thenCompose(this::confirm);
  }

  /** The room's page, as a call: an ended room asks it again and again. */
  HttpCall pageCall() {
    return get(URI.create(DouyinBrowser.ORIGIN + "/" + webRid));
  }

  /** Reads the answer to {@link #pageCall}. */
  static Optional<RoomInfo> readPage(HttpReply reply) {
    return reply.status() == OK ? RoomPage.read(reply.text()) : Optional.empty();
  }

  HttpCall fetchCall(String roomId, DouyinCursor cursor) {
    return get(DouyinFetchUrl.fetch(roomId, cursor, visitor.uniqueId()));
  }

  /** Asks {@code im/fetch}; empty where it gives no answer. */
  CompletionStage<Optional<DouyinFetched>> fetch(String roomId, DouyinCursor cursor) {
    HttpCall call = fetchCall(roomId, cursor);
    return http.http(call)
        .handle(
            (reply, error) -> error == null ? DouyinFetched.read(call, reply) : Optional.empty());
  }

  /** The first answer may only set {@code __ac_nonce}: then the second one is the page. */
  private CompletionStage<Optional<RoomInfo>> page() {
    shown = visitor.ttwid();
    return http.http(pageCall())
        .thenCompose(
            reply -> {
              Optional<RoomInfo> info = readPage(reply);
              boolean onlyCookies =
                  info.isEmpty() && reply.headers().first("Set-Cookie").isPresent();
              return onlyCookies
                  ? http.http(pageCall()).thenCompose(page -> accepted(page, readPage(page)))
                  : accepted(reply, info);
            });
  }

  private CompletionStage<Optional<RoomInfo>> accepted(HttpReply reply, Optional<RoomInfo> info) {
    return switch (reply.status()) {
      case OK -> CompletableFuture.completedStage(info);
      case NOT_FOUND -> failed(Setback.failed(NOT_FOUND, "Douyin has no room " + webRid));
      case BLOCKED ->
          failed(
              Setback.blocked(
                  BLOCKED,
                  "Douyin blocks this address for now (HTTP 444): wait, or go by --proxy",
                  reply.retryAfterMs()));
      default ->
          failed(Setback.again(reply.status(), "live.douyin.com answered HTTP " + reply.status()));
    };
  }

  private static <T> CompletionStage<T> failed(Setback why) {
    return CompletableFuture.failedFuture(new LookupException(why));
  }

  /** Only a live page is believed alone: before a room counts as ended, both must say so. */
  private CompletionStage<RoomInfo> confirm(Optional<RoomInfo> page) {
    if (page.isPresent() && page.get().isLive()) {
      return CompletableFuture.completedFuture(page.get());
    }
    return http.http(get(DouyinFetchUrl.enter(webRid)))
        .handle(
            (reply, error) ->
                error == null && reply.status() == OK
                    ? RoomPage.readEnter(reply.text())
                    : Optional.<RoomInfo>empty())
        .thenCompose(
            enter ->
                enter
                    .or(() -> page)
                    .map(CompletableFuture::completedStage)
                    .orElseGet(this::verification));
  }

  private CompletionStage<RoomInfo> verification() {
    visitor.comeAgainAsANewOne(shown);
    return failed(
        Setback.again(
            0,
            "Douyin showed a verification page, not the room: open it in a browser"
                + " and hand its cookie over with --cookie-file"));
  }

  private HttpCall get(URI uri) {
    return HttpCall.get(uri, visitor.headers(webRid));
  }
}
