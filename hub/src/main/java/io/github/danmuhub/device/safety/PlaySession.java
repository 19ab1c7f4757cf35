package io.github.danmuhub.device.safety;

/**
 * How long a toy may be armed: so long in all, then it rests. Only a whole rest gives the time
 * back, so that arming anew does not. One thread.
 */
public final class PlaySession {
  private final long longestMs;
  private final long restMs;
  private long armed;
  private long rested;

  /**
   * @param longestMs armed, in all
   * @param restMs not armed, without a break
   */
  public PlaySession(long longestMs, long restMs) {
    this.longestMs = longestMs;
    this.restMs = restMs;
  }

  /** So many milliseconds have passed. */
  public void pass(long ms, boolean isArmed) {
    armed = isArmed ? Math.min(longestMs, armed + ms) : armed;
    rested = isArmed ? 0 : Math.min(restMs, rested + ms);
    if (rested == restMs) {
      armed = 0;
    }
  }

  /** Whether it has to rest. */
  public boolean over() {
    return armed == longestMs;
  }

  /** For how long it has to rest now. */
  public long leftMs() {
    return over() ? restMs - rested : 0;
  }
}
