package io.github.danmuhub.device;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.DeviceConfig;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.github.danmuhub.text.Phrase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What rules may act on, as a part of the hub. It hears the chat for moderators who stop
 * everything; at most {@value #QUEUE} events wait for that, and the newest are dropped.
 */
public final class DevicesPart implements Part {
  private static final int QUEUE = 8_192;

  private final EventStream events;
  private final DeviceTable table;
  private final Devices devices;
  private final OtherSinks others;
  private @Nullable Subscription heard;

  /** Where nothing is said of them. */
  public DevicesPart(Map<String, DeviceConfig> configs, EventStream events) {
    this(configs, events, line -> {});
  }

  /**
   * @param configs by their names
   * @param say takes one line for a person
   */
  public DevicesPart(Map<String, DeviceConfig> configs, EventStream events, Consumer<Phrase> say) {
    this.events = events;
    this.table = new DeviceTable(configs, HubName.ofThisRun(), say);
    this.devices = new Devices(InstantSource.system(), table::open);
    this.others = new OtherSinks(configs);
  }

  /** Who performs what rules want of devices. */
  public List<ActionSink> sinks() {
    List<ActionSink> sinks = new ArrayList<>(others.all());
    sinks.add(new DeviceSink(devices, table.toys()));
    sinks.add(new TextSink("mqtt", devices, table.texts(DeviceConfig::mqtt)));
    sinks.add(new TextSink("serial", devices, table.texts(DeviceConfig::serial)));
    return List.copyOf(sinks);
  }

  /** {@code /api/devices} and below. */
  public List<Door> doors() {
    return new DevicesDoor(devices).doors();
  }

  @Override
  public String name() {
    return "devices";
  }

  @Override
  public void start(PartStatus status) {
    devices.start();
    others.start();
    heard = events.subscribe("devices", QUEUE, new ChatStop(devices));
  }

  @Override
  public void measure(MeterRegistry metrics) {
    new DeviceMetrics(devices).register(metrics);
  }

  @Override
  public void close() {
    requireNonNull(heard).close();
    devices.close();
    others.close();
  }
}
