package io.github.danmuhub.kafka.control;

import static java.util.stream.Collectors.toMap;

import io.github.danmuhub.wire.MalformedException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code danmu.heard} by a consumer without a group: each zone's last word on some
 * partitions. It stands near the end, since each second brings one; only where it does not, the
 * partition is read from the start. One thread; blocks.
 */
public final class HeardTopic implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeardTopic.class);
  private static final long TAIL = 16;
  private static final Duration POLL = Duration.ofMillis(100);

  private final String topic;
  private final Consumer<String, byte[]> consumer;
  private final Duration within;

  /**
   * @param consumer this one's alone; closed with it
   * @param within each call takes at most so long, about
   */
  public HeardTopic(String topic, Consumer<String, byte[]> consumer, Duration within) {
    this.topic = topic;
    this.consumer = consumer;
    this.within = within;
  }

  /**
   * A zone's last words on some partitions by their keys, as far as there are some; others' too,
   * where they stand beside them.
   *
   * @throws org.apache.kafka.common.KafkaException where the cluster does not answer
   */
  public Map<String, Heard> read(String zone, Collection<Integer> partitions) {
    Map<TopicPartition, Long> ends = ends(partitions);
    Map<String, Heard> words = new HashMap<>();
    read(ends, HeardTopic::tail, words);
    Map<TopicPartition, Long> silent =
        ends.entrySet().stream()
            .filter(end -> tail(end.getValue()) > 0)
            .filter(end -> !words.containsKey(Heard.key(zone, end.getKey().partition())))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    read(silent, end -> 0, words);
    return words;
  }

  /** What is said now, by all zones, of all partitions. */
  public Map<String, Heard> recent() {
    return everywhere(HeardTopic::tail);
  }

  /** The last words of all zones on all partitions, however old. */
  public Map<String, Heard> all() {
    return everywhere(end -> 0);
  }

  private Map<String, Heard> everywhere(LongUnaryOperator from) {
    Map<String, Heard> words = new HashMap<>();
    List<Integer> all =
        consumer.partitionsFor(topic, within).stream().map(PartitionInfo::partition).toList();
    read(ends(all), from, words);
    return words;
  }

  private Map<TopicPartition, Long> ends(Collection<Integer> partitions) {
    List<TopicPartition> all = partitions.stream().map(p -> new TopicPartition(topic, p)).toList();
    consumer.assign(all);
    return consumer.endOffsets(all, within);
  }

  private static long tail(long end) {
    return Math.max(0, end - TAIL);
  }

  private void read(
      Map<TopicPartition, Long> ends, LongUnaryOperator from, Map<String, Heard> words) {
    consumer.assign(ends.keySet());
    ends.forEach((partition, end) -> consumer.seek(partition, from.applyAsLong(end)));
    Map<TopicPartition, Long> open = new HashMap<>(ends);
    open.values().removeIf(end -> end == 0);
    long deadline = System.nanoTime() + within.toNanos();
    while (!open.isEmpty() && System.nanoTime() - deadline < 0) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        word(record).ifPresent(word -> words.merge(record.key(), word, HeardTopic::later));
      }
      open.entrySet().removeIf(p -> consumer.position(p.getKey(), within) >= p.getValue());
    }
  }

  private static Heard later(Heard one, Heard other) {
    return other.at() >= one.at() ? other : one;
  }

  private static Optional<Heard> word(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null || record.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Heard.read(record.value()));
    } catch (MalformedException e) {
      LOG.warn("{} {}: {}", record.topic(), record.offset(), e.why());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
