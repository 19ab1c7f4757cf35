package io.github.danmuhub.server;

import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.log.EventLog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How the log behind the doors is, under {@code /metrics}. */
final class LogMetrics {
  private LogMetrics() {}

  static void watch(EventLog log, Telemetry telemetry) {
    MeterRegistry registry = telemetry.metrics();
    FunctionCounter.builder("danmu.server.events", log, EventLog::last)
        .description("the number of the newest event")
        .register(registry);
    FunctionCounter.builder("danmu.server.log.lost.events", log, EventLog::lost)
        .description("events that the disk of the log did not take, or lost")
        .register(registry);
    Gauge.builder("danmu.server.retained.events", log, EventLog::retainedEvents)
        .description("events in memory")
        .register(registry);
    Gauge.builder("danmu.server.retained.bytes", log, EventLog::retainedBytes)
        .description("their JSON")
        .register(registry);
  }
}
