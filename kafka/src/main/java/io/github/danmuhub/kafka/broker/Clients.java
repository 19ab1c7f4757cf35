package io.github.danmuhub.kafka.broker;

import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes Kafka's clients, with the user's settings below ours. Keys are text, values are bytes; a
 * null value is a tombstone. Each is closed by who asked for it. Immutable; any thread; never shows
 * a setting.
 */
public final class Clients {
  private static final int REQUEST_MS = 10_000;

  /** What a call waits for a cluster that is away: who asks, asks again. */
  private static final int CALL_MS = 5_000;

  /** How soon a broker that is back is found. */
  private static final long RECONNECT_MS = 1_000;

  private static final int BATCH = 128 << 10;
  private static final int LINGER_MS = 10;

  private final Worker worker;
  private final Map<String, String> users;
  private final String brokers;

  private Clients(Worker worker, Map<String, String> users, String brokers) {
    this.worker = worker;
    this.users = users;
    this.brokers = brokers;
  }

  /**
   * For a hub.
   *
   * @throws BrokerException in words, where the file of settings cannot be read
   */
  public static Clients of(KafkaConfig config) throws BrokerException {
    Map<String, String> users = new HashMap<>(config.client());
    String file = config.clientFile();
    if (file != null) {
      users.putAll(ClientFile.read(Path.of(file)));
    }
    return new Clients(Worker.of(config), Map.copyOf(users), String.join(",", config.brokers()));
  }

  /** Whose clients they are. */
  public Worker worker() {
    return worker;
  }

  /**
   * A producer that loses, doubles and disorders nothing while it lives, and never gives up. It has
   * one request at a time under way to each broker: one that has just made a topic may refuse the
   * first batch of a partition, take the second for its first, and then refuse the first for ever
   * as out of order (seen with 4.3.1).
   *
   * @param use one word of what it is for; stands in the broker's log
   * @param more settings of this use, such as a transactional id
   * @throws BrokerException in words, where the settings are refused or no broker's name is known
   */
  public Producer<String, byte[]> producer(String use, Map<String, Object> more)
      throws BrokerException {
    Map<String, Object> all = common(use);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MS);
    all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST);
    all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    all.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
    all.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    all.putAll(more);
    try {
      return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  /**
   * A consumer, which commits nothing by itself.
   *
   * @param more settings of this use, such as its group
   * @throws BrokerException as {@link #producer}
   */
  public Consumer<String, byte[]> consumer(String use, Map<String, Object> more)
      throws BrokerException {
    Map<String, Object> all = common(use);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.putAll(more);
    try {
      return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  /**
   * What topics are made by.
   *
   * @throws BrokerException as {@link #producer}
   */
  public Admin admin(String use) throws BrokerException {
    try {
      return Admin.create(common(use));
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  private Map<String, Object> common(String use) {
    Map<String, Object> all = new HashMap<>(users);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
    all.put(CommonClientConfigs.CLIENT_ID_CONFIG, "danmu-" + worker.name() + "-" + use);
    all.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
    all.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MS);
    all.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MS);
    return all;
  }

  /** Kafka repeats values in its messages, and they may be secret: only whose it was is told. */
  private static BrokerException refused(KafkaException e) {
    return new BrokerException(
        SettingName.in(e)
            .map(name -> Phrase.of("kafka.setting", name))
            .orElseGet(() -> Phrase.of("kafka.settings")));
  }
}
