package io.github.danmuhub.rpc.call;

/** How a page is spoken to, in whatever dialect. None of these throws, or answers within itself. */
public interface Wire {
  /** The way, for a person, such as {@code page} or {@code jsrpc}. */
  String name();

  /** Whether it takes no more now; {@link Calls#pump} is called when it does again. */
  boolean isFull();

  /** Sends a call. */
  void call(int number, Order order);

  /** Nobody waits for it any more; a dialect that has no such word says nothing. */
  void cancel(int number);

  /** Ends it for good. */
  void close(Parting why);
}
