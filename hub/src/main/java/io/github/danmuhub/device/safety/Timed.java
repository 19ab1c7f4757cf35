package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.protocol.Move;

/** What one actuator was told, and until when that holds. One thread. */
final class Timed {
  private int x;
  private int y;
  private long until;

  void set(Move move, long now, int longestMs) {
    x = move.x();
    y = move.y();
    until = now + Clamp.between(0, longestMs, move.ms());
  }

  void end() {
    until = 0;
  }

  boolean holds(long now) {
    return now < until;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }
}
