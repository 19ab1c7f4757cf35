package io.github.danmuhub.stream;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bounded queue that drops the newest, and the thread that empties it into the listener. */
final class QueuedSubscription implements Subscription {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final long LOG_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

  /** Wakes the thread for the last time; never reaches the listener. */
  private static final LiveEvent END = new Notice(Origin.ours("", "", 0), null, "");

  private final String name;
  private final Consumer<? super LiveEvent> listener;
  private final EventStream stream;
  private final BlockingQueue<LiveEvent> queue;
  private final Thread thread;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean abandoned;
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private long loggedAt = System.nanoTime() - LOG_EVERY_NS;

  QueuedSubscription(
      String name, int capacity, Consumer<? super LiveEvent> listener, EventStream stream) {
    this.name = name;
    this.listener = listener;
    this.stream = stream;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.thread = new Thread(this::run, "danmu-sink-" + name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** False if the queue is full, and the event is lost. */
  boolean offer(LiveEvent event) {
    boolean lost = !closed.get() && !queue.offer(event);
    if (lost) {
      dropped.incrementAndGet();
    }
    return !lost;
  }

  private void run() {
    for (LiveEvent event = next(); event != null; event = next()) {
      deliver(event);
    }
  }

  /** The next event; null at the end: after a close nothing follows what is queued. */
  private @Nullable LiveEvent next() {
    while (!abandoned) {
      try {
        LiveEvent event = closed.get() ? queue.poll() : queue.take();
        return event == END ? null : event;
      } catch (InterruptedException e) {
        logInterrupt();
      }
    }
    return null;
  }

  /** An interrupt that is not ours, such as one that the listener restored, ends nothing. */
  private void logInterrupt() {
    if (!abandoned && mayLog()) {
      LOG.warn("{}: somebody interrupted it; it goes on", thread.getName());
    }
  }

  private void deliver(LiveEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException | Error e) {
      failed.incrementAndGet();
      logAtMostOnceASecond(e);
    }
    delivered.incrementAndGet();
  }

  private void logAtMostOnceASecond(Throwable e) {
    if (mayLog()) {
      LOG.warn("{}: the listener threw, {} times so far", thread.getName(), failed.get(), e);
    }
  }

  private boolean mayLog() {
    long now = System.nanoTime();
    boolean may = now - loggedAt >= LOG_EVERY_NS;
    loggedAt = may ? now : loggedAt;
    return may;
  }

  @Override
  public void close() {
    stopTaking();
    awaitEnd(stream.closeDeadline());
  }

  /** If the queue is full, END is not needed: the thread is awake and looks at {@link #closed}. */
  void stopTaking() {
    if (closed.compareAndSet(false, true)) {
      stream.remove(this);
      queue.offer(END);
    }
  }

  /** From within the listener it returns at once, and the rest is still delivered. */
  void awaitEnd(long deadlineNs) {
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      abandon();
    }
  }

  private void abandon() {
    if (!abandoned) {
      abandoned = true;
      LOG.warn(
          "{}: the listener did not come to its end, {} events stay undelivered",
          thread.getName(),
          queued());
    }
    thread.interrupt();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long delivered() {
    return delivered.get();
  }

  @Override
  public long dropped() {
    return dropped.get();
  }

  @Override
  public long failed() {
    return failed.get();
  }

  @Override
  public int queued() {
    return closed.get() && queue.contains(END) ? queue.size() - 1 : queue.size();
  }
}
