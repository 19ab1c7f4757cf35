package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.Clock;

/** The site's time: what its host said last. A host's clock that is set back sets no tick back. */
final class SiteClock implements Clock {
  private long wall;
  private long ticks;

  /** It is {@code now}, epoch milliseconds. */
  void set(long now) {
    ticks += Math.max(0, now - wall);
    wall = now;
  }

  @Override
  public long wallMs() {
    return wall;
  }

  @Override
  public long ticks() {
    return ticks;
  }

  /** When that tick is, or was, by the host's clock. */
  long epoch(long tick) {
    return tick - ticks + wall;
  }
}
