package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * This hub as one of many workers around a Kafka cluster.
 *
 * @param brokers {@code HOST:PORT} of some of them; they name the others
 * @param topics what the names of all topics begin with, such as {@code danmu} for {@code
 *     danmu.events}
 * @param worker this worker's name; null: the machine's
 * @param zone the workers that share the rooms among them; another zone hears all of them again
 * @param events whether what is logged goes out
 * @param rooms whether rooms come in, as one of the zone's workers
 * @param merge whether this hub makes one stream of what all zones heard
 * @param protocol by which workers share the rooms
 * @param slots rooms that this worker holds of a platform at most, by its id
 * @param accounts files of cookies by the names that wanted rooms call them by, platform by
 *     platform
 * @param proxies ways out by the names that wanted rooms call them by
 * @param client further settings of Kafka's client, such as {@code security.protocol}
 * @param clientFile a file with such settings, {@code KEY=VALUE} a line, for those that are secret
 */
public record KafkaConfig(
    List<String> brokers,
    String topics,
    @Nullable String worker,
    String zone,
    Boolean events,
    Boolean rooms,
    Boolean merge,
    Protocol protocol,
    Map<String, Integer> slots,
    Map<String, Map<String, String>> accounts,
    Map<String, String> proxies,
    Map<String, String> client,
    @Nullable String clientFile) {
  private static final int MOST_BROKERS = 100;
  private static final int MOST_ROOMS = 1_000_000;
  private static final int MOST_SETTINGS = 100;
  private static final Pattern BROKER =
      Pattern.compile("(?:[A-Za-z0-9_.-]{1,255}|\\[[0-9a-fA-F:.]{2,45}]):[0-9]{1,5}");
  private static final Pattern TOPICS = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern WORKER = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern ZONE = Pattern.compile("[a-z0-9-]{1,16}");

  /** Those that make the difference between at least once and perhaps, or that have a key here. */
  private static final Pattern OURS =
      Pattern.compile(
          "bootstrap\\.servers|client\\.id|group\\..*|acks|enable\\..*|retries|delivery\\..*"
              + "|max\\.(?:block|in\\.flight|poll|request).*|transaction.*|auto\\..*|isolation\\..*"
              + "|.*(?:serializer|interceptor\\.classes|partitioner\\.class|assignment\\.strategy)");

  /** How workers share the rooms. */
  public enum Protocol {
    /** As any broker allows, with a session of our choice. */
    CLASSIC,
    /** KIP-848: the broker assigns, and its settings rule. */
    CONSUMER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public KafkaConfig {
    brokers = brokers(requireNonNullElse(brokers, List.of("127.0.0.1:9092")));
    topics = matching(TOPICS, "topics", requireNonNullElse(topics, "danmu"), "config.kafka-topics");
    worker =
        worker == null || worker.isEmpty()
            ? null
            : matching(WORKER, "worker", worker, "config.kafka-worker");
    zone = matching(ZONE, "zone", requireNonNullElse(zone, "main"), "config.kafka-zone");
    events = requireNonNullElse(events, true);
    rooms = requireNonNullElse(rooms, true);
    merge = requireNonNullElse(merge, false);
    protocol = requireNonNullElse(protocol, Protocol.CLASSIC);
    slots = Map.copyOf(requireNonNullElse(slots, Map.of()));
    slots.forEach((platform, most) -> Range.between(0, MOST_ROOMS, "kafka.slots", most));
    accounts = Map.copyOf(requireNonNullElse(accounts, Map.of()));
    accounts.values().forEach(named -> checkNames("kafka.accounts", named.keySet()));
    proxies = Map.copyOf(requireNonNullElse(proxies, Map.of()));
    checkNames("kafka.proxies", proxies.keySet());
    client = Map.copyOf(requireNonNullElse(client, Map.of()));
    checkSettings(client);
    clientFile = clientFile == null || clientFile.isEmpty() ? null : clientFile;
  }

  /** Only the way to a cluster; the rest as where a file says nothing. */
  @SuppressWarnings("NullAway") // an absent key is null, and the constructor knows its default
  public static KafkaConfig reaching(
      List<String> brokers, String topics, String worker, @Nullable String clientFile) {
    return new KafkaConfig(
        brokers, topics, worker, null, null, null, null, null, null, null, null, null, clientFile);
  }

  private static List<String> brokers(List<String> named) {
    if (named.isEmpty()
        || named.size() > MOST_BROKERS
        || !named.stream().allMatch(broker -> BROKER.matcher(broker).matches())) {
      throw new BadValueException("kafka.brokers", Phrase.of("config.kafka-brokers"));
    }
    return List.copyOf(named);
  }

  private static String matching(Pattern form, String key, String value, String otherwise) {
    if (!form.matcher(value).matches()) {
      throw new BadValueException("kafka." + key, Phrase.of(otherwise));
    }
    return value;
  }

  private static void checkNames(String key, Set<String> names) {
    if (names.size() > MOST_SETTINGS
        || !names.stream().allMatch(name -> WORKER.matcher(name).matches())) {
      throw new BadValueException(key, Phrase.of("config.kafka-names", MOST_SETTINGS));
    }
  }

  private static void checkSettings(Map<String, String> client) {
    if (client.size() > MOST_SETTINGS) {
      throw new BadValueException("kafka.client", Phrase.of("config.kafka-many", MOST_SETTINGS));
    }
    client.keySet().stream()
        .filter(KafkaConfig::isOurs)
        .findFirst()
        .ifPresent(
            key -> {
              throw new BadValueException("kafka.client", Phrase.of("config.kafka-ours", key));
            });
  }

  /** Whether a setting of Kafka's client is not the user's, since what is promised hangs on it. */
  public static boolean isOurs(String setting) {
    return OURS.matcher(setting).matches();
  }

  /** Whether it needs the hub's log, and on a disk. */
  public boolean needsLog() {
    return events || rooms;
  }

  /** Never shows what the client is told: passwords may be among it. */
  @Override
  public String toString() {
    return "KafkaConfig[" + brokers + ", " + topics + ", " + worker + " in " + zone + "]";
  }
}
