package io.github.danmuhub.stream;

import io.github.danmuhub.event.LiveEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Hands every event to every subscriber, in the order of publishing. Each subscriber has a bounded
 * queue and a thread of its own, so a slow or throwing listener does not affect the others; a full
 * queue drops the newest event and counts it. Any thread may call it.
 *
 * <p>To bridge to another kind of stream, let the listener block while the other side is not ready:
 * the queue here stays the only place that drops. For {@link java.util.concurrent.Flow} the
 * listener is {@link java.util.concurrent.SubmissionPublisher#submit}; Reactor takes that publisher
 * by its {@code JdkFlowAdapter} ({@code Flux.create} would buffer without a bound); in Kotlin it is
 * {@code trySendBlocking} in a {@code callbackFlow}. At the end close the {@link Subscription}
 * first, which hands over what is queued, then the other side. docs/library.md shows all three.
 */
public final class EventStream implements AutoCloseable {
  /** Events that wait for one subscriber, where it does not say. */
  public static final int DEFAULT_CAPACITY = 8_192;

  private static final long CLOSE_WITHIN_MS = 5_000;

  private final long closeWithinMs;
  private final List<QueuedSubscription> subscriptions = new CopyOnWriteArrayList<>();
  private final AtomicLong dropped = new AtomicLong();
  private boolean closed;

  public EventStream() {
    this(CLOSE_WITHIN_MS);
  }

  EventStream(long closeWithinMs) {
    this.closeWithinMs = closeWithinMs;
  }

  /** Never blocks. Gives how many full queues lost it. */
  public int publish(LiveEvent event) {
    int lost = 0;
    for (QueuedSubscription subscription : subscriptions) {
      lost += subscription.offer(event) ? 0 : 1;
    }
    dropped.addAndGet(lost);
    return lost;
  }

  public Subscription subscribe(String name, Consumer<? super LiveEvent> listener) {
    return subscribe(name, DEFAULT_CAPACITY, listener);
  }

  /**
   * Hands every event from now on to {@code listener}.
   *
   * @param name for its thread, {@code danmu-sink-NAME}, and its counts
   * @param capacity how many events may wait
   * @param listener called on its own thread, one event at a time; may block, may throw
   * @throws IllegalStateException if the stream is closed
   */
  public synchronized Subscription subscribe(
      String name, int capacity, Consumer<? super LiveEvent> listener) {
    if (closed) {
      throw new IllegalStateException("the stream is closed; '" + name + "' would hear nothing");
    }
    QueuedSubscription subscription = new QueuedSubscription(name, capacity, listener, this);
    subscriptions.add(subscription);
    subscription.start();
    return subscription;
  }

  /** Of every subscription, in the order of subscribing. */
  public List<StreamCounts> counts() {
    return subscriptions.stream().map(Subscription::counts).toList();
  }

  /** Events lost to full queues, closed subscriptions included. */
  public long dropped() {
    return dropped.get();
  }

  void remove(QueuedSubscription subscription) {
    subscriptions.remove(subscription);
  }

  /** When a close that begins now must be through. */
  long closeDeadline() {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(closeWithinMs);
  }

  /** Closes every subscription; all together have the time that one has. */
  @Override
  public void close() {
    List<QueuedSubscription> all = stopTaking();
    long deadline = closeDeadline();
    all.forEach(subscription -> subscription.awaitEnd(deadline));
  }

  private synchronized List<QueuedSubscription> stopTaking() {
    closed = true;
    List<QueuedSubscription> all = List.copyOf(subscriptions);
    all.forEach(QueuedSubscription::stopTaking);
    return all;
  }
}
