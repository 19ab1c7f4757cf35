package io.github.danmuhub.platform.site;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which faults are still to strike. One thread: the simulator's. Every fault strikes once unless it
 * was asked for more often, then the simulator behaves.
 */
public final class PendingFaults {
  /** Strikes for ever. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private final Map<Fault, Integer> left = new EnumMap<>(Fault.class);
  private final long dropAfterMs;

  /**
   * @param strikes how often each strikes
   * @param dropAfterMs the S of {@code drop-after=S}
   */
  public PendingFaults(Map<Fault, Integer> strikes, long dropAfterMs) {
    left.putAll(strikes);
    this.dropAfterMs = dropAfterMs;
  }

  public static PendingFaults none() {
    return new PendingFaults(Map.of(), 0);
  }

  /** Whether the fault strikes now; counts it. */
  public boolean strike(Fault fault) {
    int strikes = left.getOrDefault(fault, 0);
    if (strikes > 0 && strikes != ALWAYS) {
      left.put(fault, strikes - 1);
    }
    return strikes > 0;
  }

  public long dropAfterMs() {
    return dropAfterMs;
  }
}
