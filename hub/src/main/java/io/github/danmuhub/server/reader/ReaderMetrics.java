package io.github.danmuhub.server.reader;

import io.github.danmuhub.log.Page;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What readers missed, under {@code /metrics}. Any thread. */
final class ReaderMetrics {
  private final Counter slow;
  private final Counter dropped;
  private final Counter missed;

  ReaderMetrics(MeterRegistry registry, Readers readers) {
    slow =
        Counter.builder("danmu.server.slow.readers")
            .description("times that a reader did not keep up")
            .register(registry);
    dropped =
        Counter.builder("danmu.server.dropped.events")
            .description("events that slow readers were not sent")
            .register(registry);
    missed =
        Counter.builder("danmu.server.missed.events")
            .description("events that readers came too late for")
            .register(registry);
    Gauge.builder("danmu.server.readers", readers, Readers::count)
        .description("readers on all doors")
        .register(registry);
  }

  void slowReader() {
    slow.increment();
  }

  void dropped(long events) {
    add(dropped, events);
  }

  void missed(long events) {
    add(missed, events);
  }

  /** What is not known is not counted. */
  private static void add(Counter counter, long events) {
    if (events < Page.UNKNOWN) {
      counter.increment((double) events);
    }
  }
}
