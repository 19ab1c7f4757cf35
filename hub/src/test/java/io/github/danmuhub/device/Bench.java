package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.config.DeviceConfig;
import io.github.danmuhub.config.MqttConfig;
import io.github.danmuhub.config.SerialConfig;
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
import java.util.List;
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

  private Bench(DeviceConfig config, Function<HubName, Function<ToyWay.Ears, ToyWay>> way) {
    HubName hub = HubName.ofThisRun();
    devices = new Devices(new DeviceTable(Map.of("toy", config), hub)::open);
    toy = new Toy(new SafeBrain(), way.apply(hub), trace::add);
    devices.start();
    toy.start();
  }

  static Bench mqtt(int brokerPort, String version) {
    MqttConfig mqtt =
        new MqttConfig(
            "127.0.0.1", brokerPort, false, version, "danmu/toy", null, null, null, false);
    return new Bench(
        new DeviceConfig(mqtt, null, null, null, null, null),
        hub -> {
          Broker broker = Broker.open("127.0.0.1", brokerPort, 3, "toy-" + hub.run());
          return ears -> new MqttToyWay(broker, "danmu/toy", ears);
        });
  }

  static Bench serial(Socat cable) {
    SerialConfig serial = new SerialConfig(cable.a().toString(), 115_200, null, null);
    return new Bench(
        new DeviceConfig(null, serial, null, null, null, null),
        hub -> ears -> SerialToyWay.lines(cable.b().toString(), ears));
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
