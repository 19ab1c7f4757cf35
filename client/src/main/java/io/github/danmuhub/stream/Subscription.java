package io.github.danmuhub.stream;

/** One listener's place in an {@link EventStream}. Any thread may call it. */
public interface Subscription extends AutoCloseable {
  /** As it was given; also the end of its thread's name. */
  String name();

  /** Events that were handed to the listener, those it threw on included. */
  long delivered();

  /** Events lost because its queue was full. */
  long dropped();

  /** Events that the listener threw on. */
  long failed();

  /** Events that wait now. */
  int queued();

  /** The same numbers at one moment. */
  default StreamCounts counts() {
    return new StreamCounts(name(), delivered(), dropped(), failed(), queued());
  }

  /**
   * Takes no more events, waits up to 5 s until the listener has had what is queued, then ends its
   * thread. A listener that still runs then is interrupted and left alone; the log says so. From
   * within the listener it returns at once and the rest is still delivered.
   */
  @Override
  void close();
}
