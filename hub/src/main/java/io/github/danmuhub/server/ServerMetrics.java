package io.github.danmuhub.server;

import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.server.policy.ConnectionLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What the doors count, by the names it has under {@code /metrics}. Any thread. */
final class ServerMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter slow =
      Counter.builder("danmu.server.slow.readers")
          .description("times that a reader did not keep up")
          .register(registry);
  private final Counter dropped =
      Counter.builder("danmu.server.dropped.events")
          .description("events that slow readers were not sent")
          .register(registry);
  private final Counter missed =
      Counter.builder("danmu.server.missed.events")
          .description("events that readers came too late for")
          .register(registry);
  private final Counter outputDropped =
      Counter.builder("danmu.server.output.dropped.messages")
          .description("messages that slow clients of other programs' outputs were not sent")
          .register(registry);
  private final Counter topicDropped =
      Counter.builder("danmu.server.topic.dropped.messages")
          .description("topic messages that slow pages were not sent")
          .register(registry);
  private final Health health = new Health(registry);

  PrometheusMeterRegistry registry() {
    return registry;
  }

  Health health() {
    return health;
  }

  void refused(String why) {
    registry.counter("danmu.server.refused.requests", "why", why).increment();
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

  void outputDropped() {
    outputDropped.increment();
  }

  void topicDropped() {
    topicDropped.increment();
  }

  void watch(EventLog log) {
    health.watch("archive", log::isArchiveFailing);
    FunctionCounter.builder("danmu.server.events", log, EventLog::last)
        .description("the number of the newest event")
        .register(registry);
    FunctionCounter.builder("danmu.server.not.archived.events", log, EventLog::notArchived)
        .description("events that the archive did not take")
        .register(registry);
    Gauge.builder("danmu.server.retained.events", log, EventLog::retainedEvents)
        .description("events in memory")
        .register(registry);
    Gauge.builder("danmu.server.retained.bytes", log, EventLog::retainedBytes)
        .description("their JSON")
        .register(registry);
  }

  void watch(Rooms rooms) {
    registry.getPrometheusRegistry().register(new RoomMetrics(rooms));
  }

  void watch(Readers readers) {
    Gauge.builder("danmu.server.readers", readers, Readers::count)
        .description("readers on all doors")
        .register(registry);
  }

  void watch(ConnectionLimit connections) {
    Gauge.builder("danmu.server.connections", connections, ConnectionLimit::total)
        .description("open connections")
        .register(registry);
  }
}
