package io.github.danmuhub.kafka.load;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.wire.MalformedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic of events from its first record to what is its last when it begins. */
public final class TopicReader {
  private static final Duration POLL = Duration.ofSeconds(1);

  private TopicReader() {}

  /**
   * An event as it stands in a topic.
   *
   * @param offset in its partition
   */
  public record Stored(RecordHeaders headers, long offset, LiveEvent event) {
    /** {@code platform:room}. */
    public String room() {
      return headers.platform() + ":" + headers.room();
    }

    /** What a numbered room said; -1 where it is another event. */
    public long number() {
      return event instanceof Chat chat ? Long.parseLong(chat.text()) : -1;
    }
  }

  /** All that is committed, in the order of each partition. */
  public static void read(String brokers, String topic, Consumer<Stored> taking) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(record -> taking.accept(stored(record)));
      }
    }
  }

  /** The headers of all that is committed. */
  static List<RecordHeaders> headers(BrokerProcess broker, String topic) {
    List<RecordHeaders> headers = new ArrayList<>();
    read(broker.address(), topic, stored -> headers.add(stored.headers()));
    return headers;
  }

  private static Stored stored(ConsumerRecord<String, byte[]> record) {
    try {
      return new Stored(
          RecordHeaders.read(record.headers()),
          record.offset(),
          EventReader.read(record.value()).event());
    } catch (MalformedException | BadEventException e) {
      throw new AssertionError(record.topic() + " holds what is no event", e);
    }
  }
}
