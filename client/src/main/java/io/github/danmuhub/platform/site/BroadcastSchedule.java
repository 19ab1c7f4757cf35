package io.github.danmuhub.platform.site;

/**
 * When a simulated room is live: broadcasts and the breaks between them in turn, without an end.
 * Times count from the first look at the room, in milliseconds. Immutable.
 *
 * @param startsLive whether a broadcast comes first, or a break
 * @param liveMs how long a broadcast lasts; {@link #FOR_EVER}
 * @param breakMs how long a break lasts; {@link #FOR_EVER}
 */
public record BroadcastSchedule(boolean startsLive, long liveMs, long breakMs) {
  public static final long FOR_EVER = Long.MAX_VALUE;
  public static final BroadcastSchedule ALWAYS = new BroadcastSchedule(true, FOR_EVER, FOR_EVER);

  public BroadcastSchedule {
    if (liveMs < 0 || breakMs < 0 || (liveMs == 0 && breakMs == 0)) {
      throw new IllegalArgumentException("a broadcast and a break cannot both last no time");
    }
  }

  /** Whether there is a broadcast. */
  public boolean isLive(long at) {
    return at >= first() && (at - first()) % period() < liveMs;
  }

  /** Which broadcast it is, or was last; 0 is the first one, or the one before all we see. */
  public long number(long at) {
    return at < first() ? 0 : (at - first()) / period() + (startsLive ? 0 : 1);
  }

  /** When {@link #isLive} next changes; {@link #FOR_EVER} = never. */
  public long nextChange(long at) {
    if (at < first()) {
      return first();
    }
    long into = (at - first()) % period();
    return plus(at - into, into < liveMs ? liveMs : period());
  }

  /** How long there was a broadcast, by then. */
  public long aired(long at) {
    long since = Math.max(0, at - first());
    return since / period() * liveMs + Math.min(since % period(), liveMs);
  }

  /**
   * The other way round: when there was a broadcast for so long; {@link #FOR_EVER} = never. What is
   * below zero was before the first one.
   */
  public long when(long aired) {
    if (aired < 0) {
      return first() + aired;
    }
    if (liveMs == 0
        || aired / liveMs > FOR_EVER / period()
        || (aired >= liveMs && period() == FOR_EVER)) {
      return FOR_EVER;
    }
    return plus(first(), plus(aired / liveMs * period(), aired % liveMs));
  }

  private long first() {
    return startsLive ? 0 : breakMs;
  }

  private long period() {
    return plus(liveMs, breakMs);
  }

  private static long plus(long a, long b) {
    return a > FOR_EVER - b ? FOR_EVER : a + b;
  }
}
