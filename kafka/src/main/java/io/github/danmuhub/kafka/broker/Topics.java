package io.github.danmuhub.kafka.broker;

import static java.util.stream.Collectors.toMap;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics by their names. Those of events are equally partitioned, so that what one partition
 * holds of a room, one partition of the other does.
 *
 * @param prefix what all names begin with, such as {@code danmu}
 */
public record Topics(String prefix) {
  /** So many workers at most share the rooms of a zone; more cost memory in each. */
  public static final int PARTITIONS = 32;

  /** The longest record: an event with the platform's own message in it. */
  public static final int LARGEST = 16 << 20;

  private static final String SEGMENT = Integer.toString(16 << 20);

  /** Holds for what is compacted: a worker reads it from the start, so that it is kept short. */
  private static final Map<String, String> COMPACTED =
      Map.of(
          CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT,
          MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1",
          SEGMENT_BYTES_CONFIG, SEGMENT);

  /** Stamped as they come: a deduplicator's time must not depend on a worker's clock. */
  private static final Map<String, String> STREAM =
      Map.of(
          MAX_MESSAGE_BYTES_CONFIG,
          Integer.toString(LARGEST),
          MESSAGE_TIMESTAMP_TYPE_CONFIG,
          "LogAppendTime");

  /** What all workers of all zones hear. */
  public String events() {
    return prefix + ".events";
  }

  /** Which rooms are wanted; compacted. */
  public String rooms() {
    return prefix + ".rooms";
  }

  /** Until when each room was heard, by whom; compacted. */
  public String heard() {
    return prefix + ".heard";
  }

  /** What the zones heard, each event once. */
  public String merged() {
    return prefix + ".merged";
  }

  private List<NewTopic> all() {
    return List.of(
        topic(events(), STREAM),
        topic(merged(), STREAM),
        topic(rooms(), COMPACTED),
        topic(heard(), COMPACTED));
  }

  /** As many copies of it as the cluster makes by default. */
  private static NewTopic topic(String name, Map<String, String> settings) {
    return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(settings);
  }

  /**
   * Makes those that are missing. Blocks until the cluster has answered.
   *
   * @throws BrokerException in words, where there is no cluster or no right to make them
   * @throws InterruptedIOException if the thread is interrupted
   */
  public void make(Admin admin) throws BrokerException, InterruptedIOException {
    Set<String> there = get(admin.listTopics().names());
    Map<String, NewTopic> missing =
        all().stream()
            .filter(topic -> !there.contains(topic.name()))
            .collect(toMap(NewTopic::name, Function.identity()));
    for (KafkaFuture<Void> made : admin.createTopics(missing.values()).values().values()) {
      made(made);
    }
  }

  /** Another worker may have been faster. */
  private static void made(KafkaFuture<Void> made) throws BrokerException, InterruptedIOException {
    try {
      get(made);
    } catch (BrokerException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static <T> T get(KafkaFuture<T> answer) throws BrokerException, InterruptedIOException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw BrokerException.of(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Kafka was asked for its topics");
    }
  }
}
