package io.github.danmuhub.rpc.call;

/** A call that is under way. On the loop only. */
public final class Call {
  private final Calls calls;
  private final int number;
  private final Order order;
  private Runnable noTimeout = () -> {};

  Call(Calls calls, int number, Order order) {
    this.calls = calls;
    this.number = number;
    this.order = order;
  }

  /** Its number among those of its page, above zero. */
  public int number() {
    return number;
  }

  Order order() {
    return order;
  }

  /** Begins to wait, from now on. */
  void await(Timers timers) {
    noTimeout.run();
    noTimeout = timers.after(order.timeoutMs(), () -> calls.timedOut(this));
  }

  void stopWaiting() {
    noTimeout.run();
  }

  /** Its caller waits no more; harmless where it has its answer. */
  public void cancel() {
    calls.cancel(this);
  }
}
