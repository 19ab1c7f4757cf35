package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.config.KafkaConfig.Protocol;
import io.github.danmuhub.kafka.broker.GroupSettings;
import io.github.danmuhub.kafka.worker.KeptAssignor.Kept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** How a worker is a member of its zone's group: a room that nobody hears is to wait for little. */
final class WorkerGroup {
  /** How soon a member hears that the group is shared out anew. */
  private static final int HEARTBEAT_MS = 500;

  /** Who does not come by for so long is stuck; the thread that polls never waits so long. */
  private static final int POLL_MS = 30_000;

  /** A partition that comes is not to wait for what others may still bring. */
  private static final int FETCH_MS = 100;

  private WorkerGroup() {}

  /**
   * For the consumer.
   *
   * @param kept what this worker has lost and keeps, asked when it joins
   */
  static Map<String, Object> settings(KafkaConfig config, String group, Supplier<Kept> kept) {
    Map<String, Object> settings = new HashMap<>(GroupSettings.of(group, config.protocol()));
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, POLL_MS);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MS);
    if (config.protocol() == Protocol.CLASSIC) {
      settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
      settings.put(
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(KeptAssignor.class));
      settings.put(KeptAssignor.KEPT, kept);
      String session = config.client().get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
      if (session != null) {
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
      }
    }
    return settings;
  }

  /** After so many milliseconds of silence a member is gone, by the classic protocol. */
  static String session(KafkaConfig config) {
    String ours =
        String.valueOf(
            GroupSettings.of("", Protocol.CLASSIC).get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG));
    return config.client().getOrDefault(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, ours);
  }
}
