package io.github.danmuhub.kafka.zone;

import static java.util.stream.Collectors.toMap;

import io.github.danmuhub.kafka.broker.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads {@code danmu.events}, writes {@code danmu.merged}, and says how far it is, in one
 * transaction a batch: who reads what is committed gets each event once, wherever this stops. A
 * partition that comes to it is read from ten minutes before the place up to which it was merged.
 * After an exception it is of no use any more: another goes on. One thread, but for {@link #wake}.
 */
final class Deduplicator implements ConsumerRebalanceListener, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE = Duration.ofMillis(500);

  private final Consumer<String, byte[]> consumer;
  private final Producer<String, byte[]> producer;
  private final Topics topics;
  private final MergeCount count;
  private final LongSupplier clock;
  private final Map<TopicPartition, PartitionMerge> partitions = new HashMap<>();
  private final List<ProducerRecord<String, byte[]>> out = new ArrayList<>();

  /**
   * @param producer a transactional one
   * @param clock epoch milliseconds
   */
  Deduplicator(
      Consumer<String, byte[]> consumer,
      Producer<String, byte[]> producer,
      Topics topics,
      MergeCount count,
      LongSupplier clock) {
    this.consumer = consumer;
    this.producer = producer;
    this.topics = topics;
    this.count = count;
    this.clock = clock;
  }

  /** Ends what another of its name left open, and joins the others. */
  void begin() {
    producer.initTransactions();
    consumer.subscribe(List.of(topics.events()), this);
  }

  /** One batch. */
  void turn() {
    out.clear();
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    for (ConsumerRecord<String, byte[]> record : records) {
      partition(new TopicPartition(record.topic(), record.partition())).take(record);
    }
    partitions.forEach(this::tickIfIdle);
    commit(progress());
  }

  private PartitionMerge partition(TopicPartition partition) {
    return partitions.computeIfAbsent(partition, p -> from(p, 0));
  }

  private PartitionMerge from(TopicPartition partition, long mergedTo) {
    return new PartitionMerge(partition.partition(), topics.merged(), mergedTo, out, count);
  }

  private void tickIfIdle(TopicPartition partition, PartitionMerge merge) {
    if (consumer.currentLag(partition).orElse(1) == 0) {
      merge.tick(clock.getAsLong());
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> progress() {
    Map<TopicPartition, OffsetAndMetadata> progress = new HashMap<>();
    partitions.forEach(
        (partition, merge) -> merge.progress().ifPresent(place -> progress.put(partition, place)));
    return progress;
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> progress) {
    if (progress.isEmpty() && out.isEmpty()) {
      return;
    }
    producer.beginTransaction();
    for (ProducerRecord<String, byte[]> record : out) {
      Future<RecordMetadata> unused = producer.send(record); // the commit fails where one does
    }
    producer.sendOffsetsToTransaction(progress, consumer.groupMetadata());
    producer.commitTransaction();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
    consumer
        .committed(Set.copyOf(assigned))
        .forEach(
            (partition, place) -> {
              if (place != null) {
                places.put(partition, place);
              }
            });
    Map<TopicPartition, Long> memory = memory(places);
    Map<TopicPartition, OffsetAndTimestamp> starts =
        memory.isEmpty() ? Map.of() : consumer.offsetsForTimes(memory);
    places.forEach(
        (partition, place) -> {
          OffsetAndTimestamp start = starts.get(partition);
          long from = start == null ? place.offset() : Math.min(start.offset(), place.offset());
          consumer.seek(partition, from);
          partitions.put(partition, from(partition, place.offset()));
        });
  }

  /** From when on what was merged is to be known again. */
  private static Map<TopicPartition, Long> memory(Map<TopicPartition, OffsetAndMetadata> places) {
    return places.entrySet().stream()
        .filter(place -> place.getValue().metadata().matches("[0-9]{1,18}"))
        .collect(
            toMap(
                Map.Entry::getKey,
                place ->
                    Math.max(0, Long.parseLong(place.getValue().metadata()) - SeenIds.MEMORY_MS)));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    partitions.keySet().removeAll(revoked);
  }

  /** A turn that waits ends at once, by an exception of Kafka's. Any thread. */
  void wake() {
    consumer.wakeup();
  }

  /** What is not committed by now will be done again. */
  @Override
  public void close() {
    try {
      consumer.close(CloseOptions.timeout(CLOSE));
    } finally {
      producer.close(CLOSE);
    }
  }
}
