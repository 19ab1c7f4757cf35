package io.github.danmuhub.rule.action;

/**
 * Performs the actions of one kind. All is called by one thread at a time, the one that decides the
 * rules; nothing blocks.
 */
public interface ActionSink {
  /** What it performs; the same at every call. */
  ActionKind kind();

  /**
   * Does it, or says why not.
   *
   * @param outcome told once, on any thread, now or later
   */
  void perform(Action action, Outcome outcome);

  /**
   * The loop that decides is alive: told every 100 ms, and later when it was held up. A dead man's
   * heartbeat hangs on this.
   *
   * @param ticks the hub's monotonic clock in milliseconds
   */
  default void onTick(long ticks) {}

  /** A reload changed a rule that has actions of this kind: what moves disarms. */
  default void onRulesChanged() {}

  /**
   * How many times it was stopped by hand; any thread. When this grows, what is queued or still
   * running in rules that use it is dropped.
   */
  default long stops() {
    return 0;
  }
}
