package io.github.danmuhub.kafka.zone;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** What came of the events that a deduplicator took. Any thread. */
final class MergeCount {
  private final LongAdder told = new LongAdder();
  private final LongAdder twice = new LongAdder();
  private final LongAdder unreadable = new LongAdder();

  void told() {
    told.increment();
  }

  void twice() {
    twice.increment();
  }

  void unreadable() {
    unreadable.increment();
  }

  void measure(MeterRegistry metrics) {
    counter(metrics, "told", told);
    counter(metrics, "twice", twice);
    counter(metrics, "unreadable", unreadable);
  }

  private static void counter(MeterRegistry metrics, String outcome, LongAdder count) {
    FunctionCounter.builder("danmu.kafka.merged", count, LongAdder::sum)
        .description("what came of the events of all zones that this deduplicator took")
        .tag("outcome", outcome)
        .register(metrics);
  }
}
