package io.github.danmuhub.kafka.control;

import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.platform.RoomRef;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code danmu.rooms} for who decides which rooms are heard. Each call reads on
 * from where the last one ended, and returns when the cluster has what was written. One thread at a
 * time; blocks, for some seconds at most.
 */
public final class RoomsTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final String topic;
  private final Consumer<String, byte[]> consumer;
  private final Producer<String, byte[]> producer;
  private final Duration within;
  private final LongSupplier clock;
  private final RoomTable table = new RoomTable();
  private final Map<TopicPartition, Long> read = new HashMap<>();

  /**
   * @param consumer of no group; closed with this, as the producer is
   * @param clock epoch milliseconds
   */
  public RoomsTopic(
      String topic,
      Consumer<String, byte[]> consumer,
      Producer<String, byte[]> producer,
      Duration within,
      LongSupplier clock) {
    this.topic = topic;
    this.consumer = consumer;
    this.producer = producer;
    this.within = within;
    this.clock = clock;
  }

  /**
   * What is wanted now.
   *
   * @throws BrokerException in words, where the cluster does not answer
   */
  public RoomTable table() throws BrokerException {
    try {
      readOn();
      return table;
    } catch (KafkaException e) {
      throw BrokerException.of(e);
    }
  }

  private void readOn() throws BrokerException {
    List<TopicPartition> all =
        consumer.partitionsFor(topic, within).stream().map(this::partition).toList();
    consumer.assign(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all, within);
    all.forEach(partition -> consumer.seek(partition, read.getOrDefault(partition, 0L)));
    Map<TopicPartition, Long> open = new HashMap<>(ends);
    long deadline = System.nanoTime() + within.toNanos();
    while (!open.isEmpty()) {
      consumer.poll(POLL).forEach(table::add);
      open.entrySet().removeIf(p -> consumer.position(p.getKey(), within) >= p.getValue());
      if (!open.isEmpty() && System.nanoTime() - deadline > 0) {
        throw BrokerException.of(new org.apache.kafka.common.errors.TimeoutException());
      }
    }
    all.forEach(partition -> read.put(partition, consumer.position(partition, within)));
  }

  private TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(topic, info.partition());
  }

  /**
   * Wants a room, or wants it otherwise; where it is wanted already, it stays in its partition.
   *
   * @return whether it was not wanted before
   */
  public boolean add(RoomRef room, RoomRecord wanted)
      throws BrokerException, InterruptedIOException {
    Optional<RoomTable.Place> known = table().find(room);
    send(room, known.map(RoomTable.Place::partition).orElse(null), wanted);
    return known.isEmpty();
  }

  /**
   * Wants a room no more.
   *
   * @return false where it was not wanted
   */
  public boolean remove(RoomRef room) throws BrokerException, InterruptedIOException {
    return removeFrom(room, table().partitions(room));
  }

  /**
   * Moves a room into another partition, by which another worker may hear it.
   *
   * @return false where it is not wanted, or is there already
   */
  public boolean move(RoomRef room, int partition) throws BrokerException, InterruptedIOException {
    Optional<RoomTable.Place> known = table().find(room);
    if (known.isEmpty() || known.get().partition() == partition) {
      return false;
    }
    RoomTable.Place place = known.get();
    send(room, partition, place.record().movedFrom(place.partition(), clock.getAsLong()));
    List<Integer> others = new ArrayList<>(table.partitions(room));
    others.remove((Integer) partition);
    return removeFrom(room, others);
  }

  private boolean removeFrom(RoomRef room, List<Integer> partitions)
      throws BrokerException, InterruptedIOException {
    for (int partition : partitions) {
      send(room, partition, null);
    }
    return !partitions.isEmpty();
  }

  private void send(RoomRef room, @Nullable Integer partition, @Nullable RoomRecord wanted)
      throws BrokerException, InterruptedIOException {
    byte[] value = wanted == null ? null : wanted.write();
    try {
      Future<RecordMetadata> sent =
          producer.send(new ProducerRecord<>(topic, partition, room.toString(), value));
      sent.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (KafkaException | TimeoutException e) {
      throw BrokerException.of(e);
    } catch (ExecutionException e) {
      throw BrokerException.of(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a room was written to Kafka");
    }
  }

  @Override
  public void close() {
    producer.close(within);
    consumer.close();
  }
}
