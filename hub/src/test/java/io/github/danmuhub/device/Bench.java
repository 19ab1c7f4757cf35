package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.config.DeviceConfig;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.device.mqtt.Broker;
import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.device.protocol.Report.Pose;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.device.toy.MqttToyWay;
import io.github.danmuhub.device.toy.SafeBrain;
import io.github.danmuhub.device.toy.SerialToyWay;
import io.github.danmuhub.device.toy.Toy;
import io.github.danmuhub.device.toy.ToyWay;
import io.github.danmuhub.rule.action.Outcome.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A hub's devices and a toy in this process, with a broker of any kind between them. */
final class Bench implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final List<String> trace = new CopyOnWriteArrayList<>();
  final List<Result> told = new CopyOnWriteArrayList<>();
  final Devices devices;
  private final Toy toy;

  private Bench(String way, HubName hub, Function<ToyWay.Ears, ToyWay> toyWay) {
    devices = devices(way, hub);
    toy = new Toy(new SafeBrain(), toyWay, trace::add);
    toy.start();
  }

  /**
   * A hub's devices, started: one, called {@code toy}.
   *
   * @param way {@code mqtt:PORT}, {@code mqtt3:PORT}, {@code mqtt:PORT, more: keys} or {@code
   *     serial:PATH}
   */
  static Devices devices(String way, HubName hub) {
    return devices(way, hub, InstantSource.system());
  }

  /** Likewise, on this clock. */
  static Devices devices(String way, HubName hub, InstantSource wall) {
    Devices devices =
        new Devices(wall, new DeviceTable(configs(way.split(":", 2)), hub, line -> {})::open);
    devices.start();
    return devices;
  }

  private static Map<String, DeviceConfig> configs(String[] way) {
    String by =
        switch (way[0]) {
          case "mqtt" -> "mqtt: {home_assistant: true, topic: danmu/toy, port: " + way[1] + "}";
          case "mqtt3" -> "mqtt: {version: 3.1.1, topic: danmu/toy, port: " + way[1] + "}";
          default -> "serial: {port: " + way[1] + "}";
        };
    return HubConfigReader.parse("a test", "devices: {toy: {" + by + "}}").devices();
  }

  static Bench of(int brokerPort, String version) {
    HubName hub = HubName.ofThisRun();
    Broker broker = Broker.open("127.0.0.1", brokerPort, 3, "toy-" + hub.run());
    String way = (version.equals("5") ? "mqtt:" : "mqtt3:") + brokerPort;
    return new Bench(way, hub, ears -> new MqttToyWay(broker, "danmu/toy", ears));
  }

  static Bench serial(Socat cable) {
    return new Bench(
        "serial:" + cable.a(),
        HubName.ofThisRun(),
        ears -> SerialToyWay.lines(cable.b().toString(), ears));
  }

  Device device() {
    return devices.all().get(0);
  }

  State state() {
    return device().status().state();
  }

  void awaitHeard() {
    await().atMost(PATIENCE).until(() -> device().status().heard());
  }

  void arm() {
    awaitHeard();
    assertThat(device().arm().join()).isEmpty();
    await().atMost(PATIENCE).until(() -> state() == State.ARMED);
  }

  void move(String part, int x, int y, int ms) {
    device().move(new Move(part, x, y, ms), told::add);
  }

  String toyState() {
    return toy.state().state().name().toLowerCase(Locale.ROOT);
  }

  Pose pose() {
    return toy.state().pose();
  }

  void awaitLit(boolean lit) {
    await().atMost(PATIENCE).until(() -> pose().lit() == lit);
  }

  @Override
  public void close() {
    devices.close();
    toy.close();
  }
}
