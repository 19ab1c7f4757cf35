package io.github.danmuhub.kafka.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.config.KafkaConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientsTest {
  private static Clients clients(String kafka) throws Exception {
    String yaml = "server: {archive: log}\nkafka: " + kafka + "\n";
    KafkaConfig config = HubConfigReader.parse("danmu.yaml", yaml).kafka();
    return Clients.of(Objects.requireNonNull(config));
  }

  @Test
  void aMachinesNameBecomesAWorkers() {
    assertThat(
            List.of("Cat_1.lan", "-a-", "猫", "x".repeat(40)).stream().map(Worker::cleaned).toList())
        .containsExactly("cat-1-lan", "a", "worker", "x".repeat(32));
  }

  @Test
  void aWorkerIsInTheGroupOfItsZone() throws Exception {
    assertThat(clients("{topics: live, worker: cat-1, zone: b}").worker())
        .isEqualTo(new Worker("cat-1", "b", "live-b"));
  }

  @Test
  void aProducerIsMadeWhereNoBrokerIs() throws Exception {
    try (Producer<String, byte[]> producer =
        clients("{brokers: ['127.0.0.1:1']}").producer("test", Map.of())) {
      assertThat(producer).isNotNull();
    }
  }

  @Test
  void aRefusedSettingIsNamedAndItsValueIsNot() throws Exception {
    assertThatThrownBy(
            () -> clients("{client: {security.protocol: hunter2}}").producer("test", Map.of()))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("security.protocol")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
    assertThatThrownBy(
            () ->
                clients("{client: {security.protocol: SASL_SSL, sasl.jaas.config: hunter2}}")
                    .producer("test", Map.of()))
        .isInstanceOf(BrokerException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void secretSettingsStandInAFileThatNobodyElseReads(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("kafka.secret");
    Files.writeString(file, "# ours\nlinger.ms=hunter2\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    String kafka = "{client_file: '" + file + "'}";
    assertThatThrownBy(() -> clients(kafka)).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> clients(kafka).producer("test", Map.of()))
        .hasMessageContaining("linger.ms")
        .hasMessageNotContaining("hunter2");
    Files.writeString(file, "acks=0\n");
    assertThatThrownBy(() -> clients(kafka)).hasMessageContaining("sets acks");
    Files.writeString(file, "broken=\\u12\n");
    assertThatThrownBy(() -> clients(kafka)).hasMessageContaining("KEY=VALUE");
    assertThatThrownBy(() -> clients("{client_file: /no/such}")).hasMessageContaining("/no/such");
  }
}
