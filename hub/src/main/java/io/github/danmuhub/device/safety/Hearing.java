package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.protocol.Report.Tick;
import org.jspecify.annotations.Nullable;

/** The newest tick of a device, and whether it is still to be believed. One thread. */
final class Hearing {
  private static final int SILENT_MS = 2_000;

  private @Nullable Tick newest;
  private long heardAt;
  private boolean heard;

  /** Whether it is newer than what was heard before: a broker may say things twice. */
  boolean accept(Tick tick, long now) {
    Tick last = newest;
    if (last != null && last.nonce().equals(tick.nonce()) && tick.tick() < last.tick()) {
      return false;
    }
    newest = tick;
    heardAt = now;
    heard = true;
    return true;
  }

  /** Whether it fell silent just now. */
  boolean falls(long now) {
    if (heard && now - heardAt >= SILENT_MS) {
      heard = false;
      return true;
    }
    return false;
  }

  void lost() {
    heard = false;
  }

  boolean isHeard() {
    return heard;
  }

  @Nullable Tick newest() {
    return newest;
  }
}
