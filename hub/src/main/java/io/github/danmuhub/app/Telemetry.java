package io.github.danmuhub.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/** What a hub tells of itself: its figures, and what it fails at. Any thread. */
public final class Telemetry {
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, BooleanSupplier> watched = new ConcurrentSkipListMap<>();

  /** What {@code /metrics} shows. */
  public PrometheusMeterRegistry metrics() {
    return metrics;
  }

  /**
   * Tells of {@code work} from now on.
   *
   * @param work a word that anybody may read, such as {@code recording}
   * @param failing asked on any thread, an event loop too: it must not block
   */
  public void watch(String work, BooleanSupplier failing) {
    watched.put(work, failing);
    Gauge.builder("danmu.server.failing", failing, asked -> asked.getAsBoolean() ? 1 : 0)
        .description("1 while the hub fails at this work")
        .tag("work", work)
        .strongReference(true)
        .register(metrics);
  }

  /** The work that the hub fails at now, in alphabetical order; empty while all is well. */
  public List<String> failing() {
    return watched.entrySet().stream()
        .filter(work -> work.getValue().getAsBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }
}
