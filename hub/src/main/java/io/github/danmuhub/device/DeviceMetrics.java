package io.github.danmuhub.device;

import io.github.danmuhub.device.safety.GateStatus;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** How each device stands, for {@code /metrics}. */
record DeviceMetrics(Devices devices) {

  void register(MeterRegistry metrics) {
    for (Device device : devices.all()) {
      gauge(metrics, device, "armed", "1 while it is armed", s -> is(s, State.ARMED));
      gauge(metrics, device, "stopped", "1 until a stop is released", s -> is(s, State.STOPPED));
      gauge(metrics, device, "heard", "1 while it is heard", s -> s.heard() ? 1 : 0);
      count(metrics, device, "commands", "movements that were sent", GateStatus::sent);
      count(metrics, device, "acknowledged", "of these, by the device", GateStatus::acknowledged);
      count(metrics, device, "strange", "reports that belong to nothing", GateStatus::strange);
    }
    FunctionCounter.builder("danmu.device.stops", devices, Devices::stops)
        .description("emergency stops that were asked for")
        .register(metrics);
  }

  private static double is(GateStatus status, State state) {
    return status.state() == state ? 1 : 0;
  }

  private static void gauge(
      MeterRegistry metrics,
      Device device,
      String name,
      String help,
      ToDoubleFunction<GateStatus> value) {
    Gauge.builder("danmu.device." + name, device, d -> value.applyAsDouble(d.status()))
        .description(help)
        .tag("device", device.name())
        .register(metrics);
  }

  private static void count(
      MeterRegistry metrics,
      Device device,
      String name,
      String help,
      ToDoubleFunction<GateStatus> value) {
    FunctionCounter.builder("danmu.device." + name, device, d -> value.applyAsDouble(d.status()))
        .description(help)
        .tag("device", device.name())
        .register(metrics);
  }
}
