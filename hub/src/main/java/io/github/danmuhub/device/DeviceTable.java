package io.github.danmuhub.device;

import static java.util.Objects.requireNonNull;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.github.danmuhub.config.DeviceConfig;
import io.github.danmuhub.config.DeviceConfig.Speech;
import io.github.danmuhub.config.MqttConfig;
import io.github.danmuhub.config.SafetyConfig;
import io.github.danmuhub.config.SerialConfig;
import io.github.danmuhub.device.link.DeviceLink;
import io.github.danmuhub.device.mqtt.Broker;
import io.github.danmuhub.device.mqtt.Broker.Account;
import io.github.danmuhub.device.mqtt.MqttLink;
import io.github.danmuhub.device.mqtt.MqttTextLink;
import io.github.danmuhub.device.mqtt.Trust;
import io.github.danmuhub.device.safety.BlindGate;
import io.github.danmuhub.device.safety.DailyCaps;
import io.github.danmuhub.device.safety.Gate;
import io.github.danmuhub.device.safety.SafetyGate;
import io.github.danmuhub.device.safety.Wire;
import io.github.danmuhub.device.serial.SerialLink;
import io.github.danmuhub.device.toy.SimulatedLink;
import io.github.danmuhub.secret.SecretFile;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From the file's devices to those that move: which gate, which way. */
final class DeviceTable {
  private final Map<String, DeviceConfig> configs;
  private final HubName hub;
  private final Consumer<Phrase> say;

  /**
   * @param say takes one line for a person
   */
  DeviceTable(Map<String, DeviceConfig> configs, HubName hub, Consumer<Phrase> say) {
    this.say = say;
    this.configs = new TreeMap<>(configs);
    this.hub = hub;
  }

  /** Whether it moves, and so has to be armed. */
  static boolean moves(DeviceConfig config) {
    return config.mqtt() != null || config.serial() != null || config.simulated() != null;
  }

  /** Those that speak the toy's lines. */
  List<String> toys() {
    return names(config -> speech(config) == Speech.TOY);
  }

  /** Those that take texts by this way. */
  List<String> texts(Function<DeviceConfig, @Nullable Object> way) {
    return names(config -> way.apply(config) != null && speech(config) != Speech.TOY);
  }

  private List<String> names(Predicate<DeviceConfig> wanted) {
    return configs.entrySet().stream()
        .filter(each -> moves(each.getValue()) && wanted.test(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Speech speech(DeviceConfig config) {
    MqttConfig mqtt = config.mqtt();
    SerialConfig serial = config.serial();
    return mqtt != null ? mqtt.speaks() : serial != null ? serial.speaks() : Speech.TOY;
  }

  List<Device> open(DeviceLoop loop) {
    return configs.entrySet().stream()
        .filter(each -> moves(each.getValue()))
        .map(each -> device(each.getKey(), each.getValue(), loop))
        .toList();
  }

  private Device device(String name, DeviceConfig config, DeviceLoop loop) {
    return new Device(
        name, hub.run(), loop, ears -> link(name, config, ears), wire -> gate(name, config, wire));
  }

  private Gate gate(String name, DeviceConfig config, Wire wire) {
    SafetyConfig safety = config.safety();
    return speech(config) == Speech.TOY
        ? new SafetyGate(name, hub.toString(), safety, caps(safety), wire)
        : new BlindGate(name, safety, wire);
  }

  private static DailyCaps caps(SafetyConfig safety) {
    String file = safety.capsFile();
    DailyCaps.Store store =
        file == null ? DailyCaps.Store.NONE : new CapsFile(Path.of(file).toAbsolutePath());
    return new DailyCaps(store, ZoneId.of(safety.zone()));
  }

  private DeviceLink link(String name, DeviceConfig config, DeviceLink.Ears ears) {
    MqttConfig mqtt = config.mqtt();
    SerialConfig serial = config.serial();
    if (mqtt != null) {
      return mqttLink(name, mqtt, ears);
    }
    return serial != null
        ? new SerialLink(serial, ears)
        : new SimulatedLink(requireNonNull(config.simulated()).port(), ears, say);
  }

  private DeviceLink mqttLink(String name, MqttConfig mqtt, DeviceLink.Ears ears) {
    Broker broker = broker(name, mqtt);
    if (mqtt.speaks() != Speech.TOY) {
      return new MqttTextLink(broker, mqtt.topic(), ears);
    }
    return mqtt.homeAssistant()
        ? MqttLink.announced(broker, mqtt.topic(), name, ears)
        : MqttLink.at(broker, mqtt.topic(), ears);
  }

  private Broker broker(String name, MqttConfig mqtt) {
    String user = mqtt.user();
    return new Broker(
        mqtt.host(),
        mqtt.port(),
        mqtt.tls() ? trust(mqtt.caFile()) : null,
        mqtt.version().equals("5") ? 5 : 3,
        hub.client(name),
        user == null ? null : new Account(user, SecretFile.text(mqtt.passwordFile())));
  }

  private static MqttClientSslConfig trust(@Nullable String file) {
    return file == null ? Trust.usual() : Trust.in(Path.of(file));
  }
}
