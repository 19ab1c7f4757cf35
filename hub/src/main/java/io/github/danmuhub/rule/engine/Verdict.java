package io.github.danmuhub.rule.engine;

import java.util.Locale;

/** What a rule came to. */
public enum Verdict {
  FIRED,
  /** Its conditions do not hold, or it has not happened often enough. */
  NO_MATCH,
  /** A limit holds it back. */
  COOLDOWN,
  /** It still runs, and its mode is to drop the next. */
  BUSY,
  QUEUE_FULL,
  /** Its turn came too late. */
  EXPIRED,
  /** What it moves is not armed. */
  DISARMED,
  /** It would have fired. */
  DRY_RUN,
  /** A template, or who should have acted, could not. */
  ERROR;

  /** As JSON has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
