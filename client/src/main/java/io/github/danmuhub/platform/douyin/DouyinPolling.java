package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.HttpReply;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinRefusal;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.page.RoomInfo;
import java.util.Optional;

/**
 * What goes over HTTP beside or instead of the socket: {@code im/fetch} again and again where the
 * socket is refused, and the page of an ended room every {@value #PAGE_MS} ms. One thread.
 */
final class DouyinPolling {
  static final int FETCH = 1;
  static final int PAGE = 2;
  static final long PAGE_MS = 30_000;

  private static final long USUAL_MS = 1_000;
  private static final long SHORTEST_MS = 500;
  static final long LONGEST_MS = 30_000;
  private static final int FAILURES = 3;

  private final DouyinLookup lookup;
  private int failures;
  private boolean watching;

  DouyinPolling(DouyinLookup lookup) {
    this.lookup = lookup;
  }

  /** A new dial: what an old one asked is nobody's. */
  void reset() {
    failures = 0;
    watching = false;
  }

  /** Asks for the messages behind the cursor. */
  void fetch(String roomId, DouyinCursor cursor, long delayMs, Out out) {
    out.fetch(FETCH, lookup.fetchCall(roomId, cursor), delayMs);
  }

  /** The platform's wish, within bounds. */
  static long interval(DouyinResponse response) {
    long wish = response.fetchInterval();
    return wish <= 0 ? USUAL_MS : Math.max(SHORTEST_MS, Math.min(wish, LONGEST_MS));
  }

  /**
   * Reads an answer of {@link #fetch}; empty after a failure, of which three in a row are enough.
   */
  Optional<DouyinLookup.Fetched> onFetched(HttpReply reply, Out out) {
    Optional<DouyinLookup.Fetched> fetched = DouyinLookup.readFetch(reply);
    failures = fetched.isPresent() ? 0 : failures + 1;
    if (failures >= FAILURES) {
      out.reconnect(
          Verdict.RESOLVE,
          reply.status(),
          "Douyin answers no polls (HTTP %d); %s"
              .formatted(reply.status(), DouyinRefusal.WHAT_TO_DO));
    }
    return fetched;
  }

  boolean gaveUp() {
    return failures >= FAILURES;
  }

  /** Begins to look, now and then, whether the broadcast is on again. */
  void watchPage(Out out) {
    if (!watching) {
      watching = true;
      out.fetch(PAGE, lookup.pageCall(), PAGE_MS);
    }
  }

  /** Reads an answer of {@link #watchPage}. */
  void onPage(HttpReply reply, Out out) {
    watching = false;
    if (lookup.readPage(reply).filter(RoomInfo::isLive).isPresent()) {
      out.reconnect(Verdict.RESOLVE, 0, "the broadcast is on again");
    } else {
      watchPage(out);
    }
  }
}
