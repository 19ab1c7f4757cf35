package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinRefusal;
import io.github.danmuhub.platform.douyin.page.RoomInfo;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.Optional;

/**
 * What goes over HTTP beside or instead of the socket: {@code im/fetch} again and again where the
 * socket is refused, and the page of an ended room every {@value #PAGE_MS} ms. One thread.
 */
final class DouyinPolling {
  static final int FETCH = 1;
  static final int PAGE = 2;
  static final long PAGE_MS = 30_000;
  static final long LONGEST_MS = 30_000;

  private static final long USUAL_MS = 1_000;
  private static final long SHORTEST_MS = 500;
  private static final int FAILURES = 3;

  private final DouyinLookup lookup;
  private int failures;
  private int unreadable;
  private boolean watching;

  DouyinPolling(DouyinLookup lookup) {
    this.lookup = lookup;
  }

  /** A new dial: what an old one asked is nobody's. */
  void reset() {
    failures = 0;
    unreadable = 0;
    watching = false;
  }

  /** Asks for the messages behind the cursor. */
  void fetch(String roomId, DouyinCursor cursor, long delayMs, Out out) {
    out.fetch(FETCH, lookup.fetchCall(roomId, cursor), delayMs);
  }

  /** Asks for what is behind a good answer; again after a bad one, less and less soon. */
  void fetchNext(
      int status, Optional<DouyinFetched> answer, String roomId, DouyinCursor cursor, Out out) {
    Optional<DouyinFetched> good = answer.filter(DouyinFetched::leadsOn);
    failures = good.isPresent() ? 0 : failures + 1;
    if (failures >= FAILURES) {
      String what =
          answer.isEmpty() ? "answers no polls" : "gives polls answers that cannot be read";
      out.reconnect(
          Verdict.RESOLVE,
          status,
          "Douyin %s (HTTP %d); %s".formatted(what, status, DouyinRefusal.WHAT_TO_DO));
    } else {
      long delay = good.map(DouyinPolling::interval).orElse(USUAL_MS << (failures - 1));
      fetch(roomId, cursor, delay, out);
    }
  }

  /** The platform's wish, within bounds. */
  private static long interval(DouyinFetched answer) {
    long wish = answer.response().fetchInterval();
    return wish <= 0 ? USUAL_MS : Math.max(SHORTEST_MS, Math.min(wish, LONGEST_MS));
  }

  /** Begins to look, now and then, whether the broadcast is on again. */
  void watchPage(Out out) {
    if (!watching) {
      watching = true;
      out.fetch(PAGE, lookup.pageCall(), PAGE_MS);
    }
  }

  /**
   * Reads an answer to {@link #watchPage}, and looks again where the broadcast is off. A page that
   * cannot be read says nothing, and after several of them a lookup is to find out why.
   *
   * @return whether the broadcast is on again
   */
  boolean onPage(HttpReply reply, Out out) {
    watching = false;
    Optional<RoomInfo> info = lookup.readPage(reply);
    unreadable = info.isPresent() ? 0 : unreadable + 1;
    if (info.filter(RoomInfo::isLive).isPresent()) {
      return true;
    }
    if (unreadable >= FAILURES) {
      out.reconnect(
          Verdict.RESOLVE,
          reply.status(),
          "nobody knows whether the broadcast is on again: its page could not be read "
              + unreadable
              + " times in a row");
    } else {
      watchPage(out);
    }
    return false;
  }
}
