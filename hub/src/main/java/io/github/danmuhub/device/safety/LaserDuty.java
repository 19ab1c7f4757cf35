package io.github.danmuhub.device.safety;

/**
 * How long a laser may be lit: so long without a pause, and at most half of any minute. It warms by
 * 3 in a lit millisecond and cools by 2 in a dark one; once it has reached its bound it is dark
 * until it is cold, which takes half as long again as it was lit. With a bound of ten seconds no
 * minute has more than 30 lit ones: of 60 s, lit L, {@code 3L - 2(60 - L) <= 3 * 10}. One thread.
 */
public final class LaserDuty {
  private static final int WARMS = 3;
  private static final int COOLS = 2;

  private final long bound;
  private long heat;
  private boolean hot;

  /**
   * A cold one.
   *
   * @param longestMs lit without a pause
   */
  public LaserDuty(int longestMs) {
    bound = (long) longestMs * WARMS;
  }

  /** So many milliseconds have passed. */
  public void pass(long ms, boolean lit) {
    heat = lit ? Math.min(bound, heat + ms * WARMS) : Math.max(0, heat - ms * COOLS);
    hot = heat == bound || (hot && heat > 0);
  }

  /** Whether it has to be dark. */
  public boolean hot() {
    return hot;
  }

  /** For how long it has to be dark now. */
  public long restMs() {
    return hot ? (heat + COOLS - 1) / COOLS : 0;
  }
}
