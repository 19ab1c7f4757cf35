package io.github.danmuhub.server.reader;

import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All readers of all doors, and what wakes them: the first event after a quiet moment at once, then
 * every 5 to {@value #SLOWEST_MS} ms, the more there are the later, so that a busy room's events
 * travel together. On the loop, except {@link #wake} and {@link #count}.
 */
public final class Readers {
  private static final long FASTEST_MS = 5;
  private static final long SLOWEST_MS = 20;

  /** So many take a millisecond to be written to. */
  private static final int IN_A_MS = 64;

  private static final long HEARTBEAT_MS = 15_000;

  private final Vertx vertx;
  private final Context loop;
  private final EventLog log;
  private final Batches batches;
  private final LimitsConfig limits;
  private final ReaderMetrics metrics;
  private final DiskReads disk;
  private final Set<Reader> readers = new LinkedHashSet<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile int count;
  private long lastPump;

  /** None yet; they are counted in {@code registry}. */
  public Readers(
      Vertx vertx, Context loop, EventLog log, LimitsConfig limits, MeterRegistry registry) {
    this.vertx = vertx;
    this.loop = loop;
    this.log = log;
    this.batches = new Batches(log);
    this.limits = limits;
    this.metrics = new ReaderMetrics(registry, this);
    this.disk = new DiskReads(vertx);
    vertx.setPeriodic(HEARTBEAT_MS, timer -> snapshot().forEach(Reader::heartbeat));
  }

  /** A reader that listens from now on; the caller pumps it once its door is ready. */
  Reader add(ReaderSink sink, Filter filter, long position, int limit) {
    Reader reader = new Reader(this, log, sink, filter, position, limit);
    readers.add(reader);
    count = readers.size();
    return reader;
  }

  void remove(Reader reader) {
    if (readers.remove(reader)) {
      forget(reader.filter());
    }
    count = readers.size();
  }

  /** A reader had this wish; what was made for it goes where no other has it. */
  void forget(Filter wish) {
    if (readers.stream().noneMatch(each -> each.filter().equals(wish))) {
      batches.forget(wish);
    }
  }

  /** There is something new. Any thread; never blocks. */
  public void wake() {
    if (woken.compareAndSet(false, true)) {
      loop.runOnContext(done -> schedule());
    }
  }

  private void schedule() {
    long pace = Math.min(SLOWEST_MS, FASTEST_MS + readers.size() / IN_A_MS);
    long due = lastPump + pace - now();
    if (due > 0) {
      vertx.setTimer(due, timer -> pumpAll());
    } else {
      pumpAll();
    }
  }

  private void pumpAll() {
    lastPump = now();
    woken.set(false);
    snapshot().forEach(Reader::pump);
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  private List<Reader> snapshot() {
    return List.copyOf(readers);
  }

  /** Sends what there still is and ends all. */
  public void close() {
    for (Reader reader : snapshot()) {
      reader.pump();
      reader.close(ReaderSink.Ending.STOPPING);
    }
    batches.forgetAll();
  }

  EventLog log() {
    return log;
  }

  Batches batches() {
    return batches;
  }

  DiskReads disk() {
    return disk;
  }

  LimitsConfig limits() {
    return limits;
  }

  ReaderMetrics metrics() {
    return metrics;
  }

  /** How many there are. Any thread. */
  int count() {
    return count;
  }
}
