package io.github.danmuhub.connection;

import java.util.ArrayDeque;
import java.util.OptionalLong;

/**
 * Which heartbeat an answer belongs to: they come back in the order in which they left. An
 * unanswered heartbeat is forgotten once a later one was answered and another interval has passed,
 * so that one lost answer does not shift all that follow. Remembers four at most; the oldest is
 * forgotten. One thread.
 */
final class Heartbeats {
  private static final int MOST = 4;

  private final ArrayDeque<Long> sent = new ArrayDeque<>(MOST);
  private long answeredAt = Long.MIN_VALUE;

  /** A heartbeat leaves. */
  void sent(long now) {
    sent.removeIf(earlier -> earlier < answeredAt);
    if (sent.size() == MOST) {
      sent.remove();
    }
    sent.add(now);
  }

  /** An answer came; how long its heartbeat took, empty where none was waiting for one. */
  OptionalLong answered(long now) {
    Long asked = sent.poll();
    answeredAt = now;
    return asked == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, now - asked));
  }

  /** A new socket answers none of the old one's. */
  void reset() {
    sent.clear();
  }
}
