package io.github.danmuhub.device.link;

/** When to open a way again: soon at first, every ten seconds in the end. One thread. */
public final class Retries {
  private static final long FIRST_MS = 500;
  private static final long LONGEST_MS = 10_000;

  private long pause;
  private long next;

  /** Whether it is time; the next time is later then. */
  public boolean due(long ticks) {
    if (ticks < next) {
      return false;
    }
    pause = pause == 0 ? FIRST_MS : Math.min(LONGEST_MS, pause * 2);
    next = ticks + pause;
    return true;
  }

  /** It is open: the next loss is a first one again. */
  public void opened() {
    pause = 0;
    next = 0;
  }
}
