package io.github.danmuhub.kafka.load;

import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.wire.MalformedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that a topic has come to hold, read on at each call. One thread. */
public final class TopicRecords implements AutoCloseable {
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<RecordHeaders> headers = new ArrayList<>();
  private final List<TopicPartition> partitions;

  /** From its beginning; it must be there. */
  public TopicRecords(BrokerProcess broker, String topic) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.address(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(part -> new TopicPartition(topic, part.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The headers of all that is there by now, each partition's in its order. */
  public List<RecordHeaders> read() throws MalformedException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!ends.entrySet().stream().allMatch(end -> isAt(end.getKey(), end.getValue()))) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(MOMENT)) {
        headers.add(RecordHeaders.read(record.headers()));
      }
    }
    return List.copyOf(headers);
  }

  private boolean isAt(TopicPartition partition, long end) {
    return consumer.position(partition) >= end;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
