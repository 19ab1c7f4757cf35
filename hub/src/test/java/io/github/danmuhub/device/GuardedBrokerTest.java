package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.mqtt.Broker;
import io.github.danmuhub.device.mqtt.Broker.Account;
import io.github.danmuhub.device.mqtt.Trust;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.device.toy.MqttToyWay;
import io.github.danmuhub.device.toy.SafeBrain;
import io.github.danmuhub.device.toy.Toy;
import io.github.danmuhub.device.toy.ToyWay;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is spoken to by TLS, with an authority of one's own, and by who has an account. */
class GuardedBrokerTest {
  private static final String PASSWORD = "hunter2 hunter2";

  private static String way(Mosquitto broker, String version, Path authority, Path password) {
    return "mqtt:%d, version: %s, ca_file: '%s', user: hub, password_file: '%s'"
        .formatted(broker.port(), version, authority, password);
  }

  private static Device only(Devices devices) {
    return devices.all().get(0);
  }

  /** It may still belong to who went a moment ago. */
  private static void awaitArmed(Devices devices) {
    await()
        .atMost(Bench.PATIENCE)
        .untilAsserted(
            () -> {
              if (only(devices).status().state() == State.DISARMED) {
                var unused = only(devices).arm().join();
              }
              assertThat(only(devices).status().state())
                  .as(only(devices).trouble() + " " + only(devices).status().why())
                  .isEqualTo(State.ARMED);
            });
  }

  private static void awaitTrouble(Devices devices, String words) {
    await()
        .atMost(Bench.PATIENCE)
        .untilAsserted(
            () -> assertThat(only(devices).trouble().toString()).containsIgnoringCase(words));
    assertThat(only(devices).trouble().toString()).doesNotContain("hunter2");
  }

  @Test
  void itIsReachedByWhoIsMeantAndByNobodyElse(@TempDir Path dir) throws Exception {
    Certificates own = Certificates.make(dir.resolve("own"));
    Certificates foreign = Certificates.make(dir.resolve("foreign"));
    Path right = Files.writeString(dir.resolve("right"), PASSWORD + "\n");
    Path wrong = Files.writeString(dir.resolve("wrong"), "hunter2");
    HubName hub = HubName.ofThisRun();
    try (Mosquitto broker = Mosquitto.guarded(dir, own, PASSWORD);
        Toy toy = new Toy(new SafeBrain(), ears -> toyWay(broker, own, ears), line -> {})) {
      toy.start();
      for (String version : new String[] {"5", "3.1.1"}) {
        try (Devices devices = Bench.devices(way(broker, version, own.authority(), right), hub)) {
          awaitArmed(devices);
        }
        try (Devices devices = Bench.devices(way(broker, version, own.authority(), wrong), hub)) {
          awaitTrouble(devices, "authorized");
        }
      }
      try (Devices devices = Bench.devices(way(broker, "5", foreign.authority(), right), hub)) {
        awaitTrouble(devices, "trust");
        assertThat(only(devices).status().heard()).isFalse();
      }
    }
  }

  private static MqttToyWay toyWay(Mosquitto broker, Certificates own, ToyWay.Ears ears) {
    Broker to =
        new Broker(
            "127.0.0.1",
            broker.port(),
            Trust.in(own.authority()),
            3,
            "toy",
            new Account("hub", PASSWORD));
    return new MqttToyWay(to, "danmu/toy", ears);
  }

  @Test
  void aFileWithoutCertificatesIsToldInWords(@TempDir Path dir) throws Exception {
    Path nothing = Files.writeString(dir.resolve("ca.pem"), "hello");
    for (Path file : new Path[] {nothing, dir.resolve("absent.pem")}) {
      assertThatThrownBy(() -> Trust.in(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("holds no certificates in PEM");
    }
  }
}
