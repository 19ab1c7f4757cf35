package io.github.danmuhub.server.net;

import io.micrometer.core.instrument.MeterRegistry;

/** What was refused, and why, under {@code /metrics}. Any thread. */
public record Refusals(MeterRegistry registry) {
  /**
   * One more.
   *
   * @param why a word of a table of ours, never of the client's
   */
  public void count(String why) {
    registry.counter("danmu.server.refused.requests", "why", why).increment();
  }
}
