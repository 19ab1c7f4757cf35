package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.Setback;
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
  static final long PAGE_MS = 30_000;
  static final long LONGEST_MS = 30_000;

  private static final long USUAL_MS = 1_000;
  private static final long SHORTEST_MS = 500;
  private static final int FAILURES = 3;

  private final DouyinLookup lookup;
  private final RoomContext context;
  private int failures;
  private int unreadable;
  private boolean watching;

  DouyinPolling(DouyinLookup lookup, RoomContext context) {
    this.lookup = lookup;
    this.context = context;
  }

  /** A new dial: what an old one asked counts for nothing. */
  void reset() {
    failures = 0;
    unreadable = 0;
    watching = false;
  }

  /** Asks for the messages after the cursor. */
  void fetch(String roomId, DouyinCursor cursor, long delayMs) {
    context.poll(lookup.fetchCall(roomId, cursor), delayMs);
  }

  /** Asks for what follows a good answer; again after a bad one, less and less soon. */
  void fetchNext(int status, Optional<DouyinFetched> answer, String roomId, DouyinCursor cursor) {
    Optional<DouyinFetched> good = answer.filter(DouyinFetched::leadsOn);
    failures = good.isPresent() ? 0 : failures + 1;
    if (failures >= FAILURES) {
      String what =
          answer.isEmpty() ? "answers no polls" : "gives polls answers that cannot be read";
      context.reconnect(
          Setback.again(
              status, "Douyin %s (HTTP %d); %s".formatted(what, status, DouyinRefusal.WHAT_TO_DO)));
    } else {
      long delay = good.map(DouyinPolling::interval).orElse(USUAL_MS << (failures - 1));
      fetch(roomId, cursor, delay);
    }
  }

  /** The platform's wish, within bounds. */
  private static long interval(DouyinFetched answer) {
    long wish = answer.response().fetchInterval();
    return wish <= 0 ? USUAL_MS : Math.max(SHORTEST_MS, Math.min(wish, LONGEST_MS));
  }

  /** Begins to look, now and then, whether the broadcast is on again. */
  void watchPage() {
    if (!watching) {
      watching = true;
      context.poll(lookup.pageCall(), PAGE_MS);
    }
  }

  /**
   * Reads an answer to {@link #watchPage}, if there is one to come, and looks again where the
   * broadcast is off. A page that cannot be read says nothing, and after several of them a lookup
   * is to find out why.
   *
   * @return whether the broadcast is on again
   */
  boolean isPageBack(HttpReply reply) {
    if (!watching) {
      return false;
    }
    watching = false;
    Optional<RoomInfo> info = DouyinLookup.readPage(reply);
    unreadable = info.isPresent() ? 0 : unreadable + 1;
    if (info.filter(RoomInfo::isLive).isPresent()) {
      return true;
    }
    if (unreadable >= FAILURES) {
      context.reconnect(
          Setback.again(
              reply.status(),
              "nobody knows whether the broadcast is on again: its page could not be read "
                  + unreadable
                  + " times in a row"));
    } else {
      watchPage();
    }
    return false;
  }
}
