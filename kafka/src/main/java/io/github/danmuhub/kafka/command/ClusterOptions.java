package io.github.danmuhub.kafka.command;

import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.broker.Clients;
import io.github.danmuhub.kafka.broker.Topics;
import io.github.danmuhub.kafka.control.HeardTopic;
import io.github.danmuhub.kafka.control.RoomsTopic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster, and how it is spoken to. */
final class ClusterOptions {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  /** A person waits for it. */
  private static final Map<String, Object> SOON =
      Map.of(
          ProducerConfig.LINGER_MS_CONFIG, 0,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 9_000,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      split = ",",
      description = "Some of the cluster's brokers (default: 127.0.0.1:9092).")
  List<String> brokers = List.of("127.0.0.1:9092");

  @Option(
      names = "--topics",
      paramLabel = "PREFIX",
      description = "What the names of the topics begin with (default: danmu).")
  String topics = "danmu";

  @Option(
      names = "--client-file",
      paramLabel = "FILE",
      description = "Settings of Kafka's client, KEY=VALUE a line; the file must be private.")
  @Nullable String clientFile;

  /** The rooms that are wanted; makes the topics where they are missing. */
  RoomsTopic rooms() throws IOException {
    Clients clients = clients();
    Topics named = new Topics(topics);
    try (Admin admin = clients.admin("rooms-admin")) {
      named.make(admin);
    }
    return new RoomsTopic(
        named.rooms(),
        clients.consumer("rooms-control", Map.of()),
        clients.producer("rooms-control", SOON),
        WITHIN,
        System::currentTimeMillis);
  }

  /** What workers say of them. */
  HeardTopic heard() throws IOException {
    return new HeardTopic(
        new Topics(topics).heard(), clients().consumer("rooms-heard", Map.of()), WITHIN);
  }

  private Clients clients() throws BrokerException {
    return Clients.of(KafkaConfig.reaching(brokers, topics, "command", clientFile));
  }
}
