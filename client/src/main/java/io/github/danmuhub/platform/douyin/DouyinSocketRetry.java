package io.github.danmuhub.platform.douyin;

/**
 * When a refused socket is tried again while we poll: after {@value #FIRST_MS} ms, then twice as
 * long after each further refusal, {@value #LONGEST_MS} ms at most. One thread.
 */
final class DouyinSocketRetry {
  static final long FIRST_MS = 300_000;
  static final long LONGEST_MS = 1_800_000;
  private static final long NEVER = Long.MAX_VALUE;

  private long wait = FIRST_MS;
  private long at = NEVER;

  /** Polling begins, since the socket was refused. */
  void polling(long now) {
    at = now + wait;
    wait = Math.min(2 * wait, LONGEST_MS);
  }

  /** The socket opened: the next refusal is a first one. */
  void accepted() {
    at = NEVER;
    wait = FIRST_MS;
  }

  /** We do not poll any more. */
  void cancel() {
    at = NEVER;
  }

  /** Epoch milliseconds; {@link Long#MAX_VALUE} = never. */
  long at() {
    return at;
  }
}
