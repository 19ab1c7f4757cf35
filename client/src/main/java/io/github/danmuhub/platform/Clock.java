package io.github.danmuhub.platform;

/**
 * The time, as a parameter. It stands still during one call into a session or a simulated peer, so
 * that all events of a frame bear one time.
 */
public interface Clock {
  /** Epoch milliseconds, for what people read: the time of an event. May be set back or leap. */
  long wallMs();

  /**
   * Milliseconds of a clock that never goes back, from an arbitrary start: for deadlines, intervals
   * and what is due. In a replay it is the latest time of the capture so far.
   */
  long ticks();
}
