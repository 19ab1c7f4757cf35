package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.broker.Worker;
import io.github.danmuhub.kafka.control.Free;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.platform.RoomRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says into {@code danmu.heard} how the rooms of each partition are. What a broker that is away
 * does not take is worth nothing later, and dropped. One thread; but for {@link #trouble}.
 */
final class Speaker {
  private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);

  private final String topic;
  private final Worker worker;
  private final Producer<String, byte[]> producer;
  private volatile @Nullable BrokerException trouble;

  /**
   * @param producer one that blocks and keeps for moments only; closed by who made it
   */
  Speaker(String topic, Worker worker, Producer<String, byte[]> producer) {
    this.topic = topic;
    this.worker = worker;
    this.producer = producer;
  }

  /**
   * Says it of some partitions; returns before the broker has it.
   *
   * @param epochs of the partitions that are told
   * @param states of the rooms by their partitions
   * @param now epoch milliseconds
   */
  List<Future<RecordMetadata>> say(
      Map<Integer, Long> epochs,
      Map<Integer, Map<RoomRef, Heard.State>> states,
      Free free,
      long now) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    epochs.forEach(
        (partition, epoch) -> {
          Map<RoomRef, Heard.State> rooms = states.getOrDefault(partition, Map.of());
          Heard word = new Heard(worker.name(), epoch, now, rooms, free);
          sent.add(send(partition, word));
        });
    return sent;
  }

  private Future<RecordMetadata> send(int partition, Heard word) {
    String key = Heard.key(worker.zone(), partition);
    ProducerRecord<String, byte[]> said = new ProducerRecord<>(topic, partition, key, word.write());
    return producer.send(
        said, (where, failure) -> trouble = failure == null ? null : BrokerException.of(failure));
  }

  /** Waits until it is said, for so long at most. */
  static void await(Collection<Future<RecordMetadata>> sent, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.debug("the last word on some rooms is not said: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the broker did not take the last word; null where it did. Any thread. */
  @Nullable BrokerException trouble() {
    return trouble;
  }
}
