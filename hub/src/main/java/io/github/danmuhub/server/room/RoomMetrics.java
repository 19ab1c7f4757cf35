package io.github.danmuhub.server.room;

import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.event.Connection.State;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How each room is, for {@code /metrics}: asked anew each time, so that a closed room is forgotten.
 * As many rooms as may be open bound it. Any thread that {@link Rooms} allows.
 */
public final class RoomMetrics implements MultiCollector {
  private static final double MS = 1_000;

  /** A figure of a room, by the end of its name under {@code /metrics}. */
  private record Figure(String name, String help, ToDoubleFunction<RoomStatus> value) {}

  private static final List<Figure> COUNTERS =
      List.of(
          new Figure("frames", "frames received", r -> r.health().counts().frames()),
          new Figure("events", "events emitted", r -> r.health().counts().events()),
          new Figure(
              "unknown", "events that were not understood", r -> r.health().counts().unknown()),
          new Figure("malformed", "broken messages", r -> r.health().counts().malformed()),
          new Figure("dropped", "events lost to full queues", r -> r.health().counts().dropped()),
          new Figure(
              "reconnects", "times its connection was lost", r -> r.health().counts().reconnects()),
          new Figure(
              "copies", "messages that only repeat others", r -> r.health().counts().copies()));

  private static final List<Figure> GAUGES =
      List.of(
          new Figure("live", "1 while the room is heard", r -> r.state() == State.LIVE ? 1 : 0),
          new Figure("last_frame_seconds", "since it came", r -> r.health().lastFrameMs() / MS),
          new Figure("round_trip_seconds", "of a heartbeat", r -> r.health().roundTripMs() / MS));

  private final Rooms rooms;

  /** Of these rooms. */
  public RoomMetrics(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public MetricSnapshots collect() {
    List<RoomStatus> open = rooms.list();
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    GAUGES.forEach(figure -> all.metricSnapshot(gauge(figure, open)));
    COUNTERS.forEach(figure -> all.metricSnapshot(counter(figure, open)));
    return all.build();
  }

  /** What is not known yet is not told. */
  private static MetricSnapshot gauge(Figure figure, List<RoomStatus> open) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name("danmu_room_" + figure.name);
    gauge.help(figure.help);
    for (RoomStatus room : open) {
      double value = figure.value.applyAsDouble(room);
      if (value >= 0) {
        gauge.dataPoint(GaugeDataPointSnapshot.builder().labels(labels(room)).value(value).build());
      }
    }
    return gauge.build();
  }

  private static MetricSnapshot counter(Figure figure, List<RoomStatus> open) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name("danmu_room_" + figure.name);
    counter.help(figure.help);
    for (RoomStatus room : open) {
      double value = figure.value.applyAsDouble(room);
      counter.dataPoint(
          CounterDataPointSnapshot.builder().labels(labels(room)).value(value).build());
    }
    return counter.build();
  }

  private static Labels labels(RoomStatus room) {
    return Labels.of("platform", room.platform(), "room", room.room());
  }
}
