package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.Pace;

/**
 * Every deadline of a room's life in one place; tests shrink it. Milliseconds, unless said
 * otherwise. (How long one HTTP answer or one TCP connect may take is the transport's.)
 *
 * @param deadlines of an attempt and of a socket
 * @param backOff between attempts
 * @param pacing factor on the pace of a platform's {@link Limits}: courtesy
 * @param healthMs between two health reports of a live room
 * @param broken how many broken frames are tolerated
 * @param dedupeWindow how many message keys a room remembers
 */
public record Timing(
    Deadlines deadlines,
    Waits backOff,
    double pacing,
    long healthMs,
    Broken broken,
    int dedupeWindow) {

  private static final Timing STANDARD =
      new Timing(
          new Deadlines(30_000, 30_000, 10_000, 70_000, 1),
          new Waits(1_000, 60_000, 30_000),
          1,
          10_000,
          new Broken(10, 10),
          8_192);

  /**
   * By when something must have happened.
   *
   * @param lookupMs a whole lookup must be done
   * @param connectMs a dial must have opened or failed
   * @param authMs the authentication must be accepted, where the {@link Pace} says nothing
   * @param silentMs how long a socket may go without an inbound frame before it counts as dead,
   *     where the {@link Pace} says nothing
   * @param paceScale factor on what a {@link Pace} says
   */
  public record Deadlines(
      long lookupMs, long connectMs, long authMs, long silentMs, double paceScale) {

    Deadlines scaled(double factor) {
      return new Deadlines(
          times(lookupMs, factor),
          times(connectMs, factor),
          times(authMs, factor),
          times(silentMs, factor),
          paceScale * factor);
    }

    /** A browser may have to be launched first, and gives up a page by itself. */
    long connectWithin(Dial dial) {
      return dial instanceof Dial.Browser ? connectMs + 2 * authWithin(dial.pace()) : connectMs;
    }

    long authWithin(Pace pace) {
      return pace.authWithinMs() > 0 ? times(pace.authWithinMs(), paceScale) : authMs;
    }

    long silentAfter(Pace pace) {
      return pace.silentAfterMs() > 0 ? times(pace.silentAfterMs(), paceScale) : silentMs;
    }
  }

  /**
   * How long a lost room waits.
   *
   * @param firstMs at most, the first time
   * @param mostMs at most, ever
   * @param resetMs after this long live, the back-off starts anew
   */
  public record Waits(long firstMs, long mostMs, long resetMs) {
    /** It does not wait at all. */
    public static final Waits NONE = new Waits(0, 0, Long.MAX_VALUE);

    Waits scaled(double factor) {
      return new Waits(times(firstMs, factor), times(mostMs, factor), times(resetMs, factor));
    }
  }

  /**
   * How many broken frames are tolerated.
   *
   * @param inARow after this many with nothing good in them, the socket is given up
   * @param aSecond how many are reported one by one; the rest are only counted
   */
  public record Broken(int inARow, int aSecond) {}

  /** What real platforms are met with. */
  public static Timing standard() {
    return STANDARD;
  }

  /** Every time multiplied; no time falls below 1 ms. Counts stay. */
  public Timing scaled(double factor) {
    return new Timing(
        deadlines.scaled(factor),
        backOff.scaled(factor),
        pacing * factor,
        times(healthMs, factor),
        broken,
        dedupeWindow);
  }

  public Timing withDeadlines(Deadlines others) {
    return new Timing(others, backOff, pacing, healthMs, broken, dedupeWindow);
  }

  public Timing withBackOff(Waits other) {
    return new Timing(deadlines, other, pacing, healthMs, broken, dedupeWindow);
  }

  public Timing withPacing(double factor) {
    return new Timing(deadlines, backOff, factor, healthMs, broken, dedupeWindow);
  }

  public Timing withHealthMs(long ms) {
    return new Timing(deadlines, backOff, pacing, ms, broken, dedupeWindow);
  }

  public Timing withDedupeWindow(int keys) {
    return new Timing(deadlines, backOff, pacing, healthMs, broken, keys);
  }

  /** The same with another factor on what a {@link Pace} says. */
  public Timing withPaceScale(double factor) {
    return withDeadlines(
        new Deadlines(
            deadlines.lookupMs, deadlines.connectMs, deadlines.authMs, deadlines.silentMs, factor));
  }

  private static long times(long ms, double factor) {
    return Math.max(1, Math.round(ms * factor));
  }
}
