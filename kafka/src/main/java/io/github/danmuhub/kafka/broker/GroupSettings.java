package io.github.danmuhub.kafka.broker;

import io.github.danmuhub.config.KafkaConfig.Protocol;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.GroupProtocol;

/** What makes a consumer a member of a group. */
public final class GroupSettings {
  /** Who says nothing for so long is gone; no broker refuses it. */
  private static final int SESSION_MS = 6_000;

  private static final int HEARTBEAT_MS = 1_500;

  private GroupSettings() {}

  /** Under {@code consumer} the session is the broker's to choose. */
  public static Map<String, Object> of(String group, Protocol protocol) {
    return switch (protocol) {
      case CLASSIC ->
          Map.of(
              ConsumerConfig.GROUP_ID_CONFIG, group,
              ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS,
              ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS,
              ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                  CooperativeStickyAssignor.class.getName());
      case CONSUMER ->
          Map.of(
              ConsumerConfig.GROUP_ID_CONFIG,
              group,
              ConsumerConfig.GROUP_PROTOCOL_CONFIG,
              GroupProtocol.CONSUMER.name().toLowerCase(Locale.ROOT));
    };
  }
}
