package io.github.danmuhub.server;

import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.server.policy.ConnectionLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What the doors count, by the names it has under {@code /metrics}. Any thread. */
final class ServerMetrics {
  private final Telemetry telemetry;
  private final PrometheusMeterRegistry registry;
  private final Counter slow;
  private final Counter dropped;
  private final Counter missed;
  private final Counter outputDropped;
  private final Counter topicDropped;

  ServerMetrics(Telemetry telemetry) {
    this.telemetry = telemetry;
    this.registry = telemetry.metrics();
    this.slow = counter("danmu.server.slow.readers", "times that a reader did not keep up");
    this.dropped = counter("danmu.server.dropped.events", "events that slow readers were not sent");
    this.missed = counter("danmu.server.missed.events", "events that readers came too late for");
    this.outputDropped =
        counter(
            "danmu.server.output.dropped.messages",
            "messages that slow clients of other programs' outputs were not sent");
    this.topicDropped =
        counter(
            "danmu.server.topic.dropped.messages", "topic messages that slow pages were not sent");
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  Telemetry telemetry() {
    return telemetry;
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
    telemetry.watch("archive", log::isArchiveFailing);
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
