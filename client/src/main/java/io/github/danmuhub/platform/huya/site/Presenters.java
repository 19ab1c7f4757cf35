package io.github.danmuhub.platform.huya.site;

/** Which presenter a simulated room has: the same room always has the same. */
final class Presenters {
  private static final long FIRST = 1_199_500_000_000L;
  private static final int MANY = 100_000_000;

  private Presenters() {}

  /** The uid. */
  static long of(String room) {
    return FIRST + Math.floorMod(room.hashCode(), MANY);
  }
}
