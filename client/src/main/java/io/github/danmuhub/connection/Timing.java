package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.Pace;

/**
 * Every deadline of a room's life in one place; tests shrink it. Milliseconds, unless said
 * otherwise. (How long one HTTP answer or one TCP connect may take is the transport's.)
 *
 * @param lookupMs a whole lookup must be done by then
 * @param connectMs a dial must have opened or failed by then
 * @param authMs the authentication must be accepted by then, where the {@link Pace} says nothing
 * @param silentMs without any inbound frame for so long, the socket is dead, where the {@link Pace}
 *     says nothing
 * @param paceScale factor on what a {@link Pace} says
 * @param backOffFirstMs the longest first back-off
 * @param backOffMaxMs the longest back-off of all
 * @param backOffResetMs so long live, and the back-off starts anew
 * @param pacing factor on the pace of a platform's {@link Limits}: courtesy
 * @param healthMs between two health reports of a live room
 * @param malformedInARow so many frames in a row with nothing good in them, and the socket is given
 *     up
 * @param malformedPerSecond so many are reported one by one; the rest is counted
 * @param dedupeWindow how many message keys a room remembers
 */
public record Timing(
    long lookupMs,
    long connectMs,
    long authMs,
    long silentMs,
    double paceScale,
    long backOffFirstMs,
    long backOffMaxMs,
    long backOffResetMs,
    double pacing,
    long healthMs,
    int malformedInARow,
    int malformedPerSecond,
    int dedupeWindow) {

  private static final Timing STANDARD =
      new Timing(
          30_000, 30_000, 10_000, 70_000, 1, 1_000, 60_000, 30_000, 1, 10_000, 10, 10, 8_192);

  /** What real platforms are met with. */
  public static Timing standard() {
    return STANDARD;
  }

  /** Every time multiplied; no time falls below 1 ms. Counts stay. */
  public Timing scaled(double factor) {
    return new Timing(
        times(lookupMs, factor),
        times(connectMs, factor),
        times(authMs, factor),
        times(silentMs, factor),
        paceScale * factor,
        times(backOffFirstMs, factor),
        times(backOffMaxMs, factor),
        times(backOffResetMs, factor),
        pacing * factor,
        times(healthMs, factor),
        malformedInARow,
        malformedPerSecond,
        dedupeWindow);
  }

  /** The same with another factor on what a {@link Pace} says. */
  public Timing withPaceScale(double factor) {
    return new Timing(
        lookupMs,
        connectMs,
        authMs,
        silentMs,
        factor,
        backOffFirstMs,
        backOffMaxMs,
        backOffResetMs,
        pacing,
        healthMs,
        malformedInARow,
        malformedPerSecond,
        dedupeWindow);
  }

  long authWithin(Pace pace) {
    return pace.authWithinMs() > 0 ? times(pace.authWithinMs(), paceScale) : authMs;
  }

  long silentAfter(Pace pace) {
    return pace.silentAfterMs() > 0 ? times(pace.silentAfterMs(), paceScale) : silentMs;
  }

  private static long times(long ms, double factor) {
    return Math.max(1, Math.round(ms * factor));
  }
}
