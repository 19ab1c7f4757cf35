package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Clock;

/** A session's clock: the loop's, but it stands still during a call. On the room's loop. */
final class CallClock implements Clock {
  private final Clock loop;
  private long wallMs;
  private long ticks;

  CallClock(Clock loop) {
    this.loop = loop;
    this.wallMs = loop.wallMs();
    this.ticks = loop.ticks();
  }

  /** A call begins. */
  void set() {
    wallMs = loop.wallMs();
    ticks = loop.ticks();
  }

  @Override
  public long wallMs() {
    return wallMs;
  }

  @Override
  public long ticks() {
    return ticks;
  }
}
