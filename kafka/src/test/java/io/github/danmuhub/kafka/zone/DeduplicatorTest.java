package io.github.danmuhub.kafka.zone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.kafka.broker.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {
  private static final Topics TOPICS = new Topics("danmu");
  private static final TopicPartition EVENTS = new TopicPartition(TOPICS.events(), 3);

  private final Heard a = Heard.in("a");
  private final Heard b = Heard.in("b");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final MergeCount count = new MergeCount();
  private final OldEvents consumer = new OldEvents();
  private final Deduplicator deduplicator =
      new Deduplicator(consumer, producer, TOPICS, count, () -> 0);
  private long offset;

  /** A consumer to whom the partition's first event is as old as one likes. */
  private static final class OldEvents extends MockConsumer<String, byte[]> {
    OldEvents() {
      super("earliest");
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      return Map.of(EVENTS, new OffsetAndTimestamp(0, 0));
    }
  }

  @AfterEach
  void close() {
    deduplicator.close();
  }

  private void begin() {
    deduplicator.begin();
    consumer.updateBeginningOffsets(Map.of(EVENTS, 0L));
    consumer.rebalance(List.of(EVENTS));
  }

  private void comes(ZoneEvent event) {
    ConsumerRecord<String, byte[]> record = record(event.json(), event.received());
    event.headers().write(record.headers());
    consumer.addRecord(record);
  }

  private ConsumerRecord<String, byte[]> record(byte[] value, long at) {
    Headers headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    return new ConsumerRecord<>(
        EVENTS.topic(),
        EVENTS.partition(),
        offset++,
        at,
        TimestampType.LOG_APPEND_TIME,
        0,
        value.length,
        "douyin:1",
        value,
        headers,
        Optional.empty());
  }

  private double counted(String outcome) {
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    count.measure(metrics);
    return metrics.get("danmu.kafka.merged").tag("outcome", outcome).functionCounter().count();
  }

  private OffsetAndMetadata committed() {
    return requireNonNull(
        producer.consumerGroupOffsetsHistory().get(0).values().iterator().next().get(EVENTS));
  }

  @Test
  void whatTwoZonesToldIsWrittenOnceAndWithItHowFarThatIs() throws Exception {
    begin();
    ZoneEvent chat = a.chat("1", 10);
    comes(chat);
    comes(b.chat("1", 11));

    deduplicator.turn();

    assertThat(producer.history()).hasSize(1);
    ProducerRecord<String, byte[]> written = producer.history().get(0);
    assertThat(written.topic()).isEqualTo("danmu.merged");
    assertThat(written.partition()).isEqualTo(3);
    assertThat(written.key()).isEqualTo("douyin:1");
    assertThat(written.value()).isEqualTo(chat.json());
    assertThat(RecordHeaders.read(written.headers())).isEqualTo(chat.headers());
    assertThat(committed().offset()).isEqualTo(2);
    assertThat(counted("told")).isEqualTo(1);
    assertThat(counted("twice")).isEqualTo(1);
  }

  @Test
  void whatWasMergedBeforeACrashIsKnownAndNotWrittenAgain() {
    OffsetAndMetadata place = new OffsetAndMetadata(1, Long.toString(Heard.START));
    begin();
    consumer.commitSync(Map.of(EVENTS, place));
    consumer.rebalance(List.of());
    consumer.rebalance(List.of(EVENTS));
    comes(a.chat("1", 10)); // merged before
    comes(b.chat("1", 11));
    comes(b.chat("2", 20));

    deduplicator.turn();

    assertThat(producer.history())
        .extracting(record -> Heard.event(record.value()).origin().id())
        .containsExactly("2");
    assertThat(committed().offset()).isEqualTo(3);
    assertThat(counted("told")).isEqualTo(1);
  }

  @Test
  void whatIsOnlyReadAgainIsNoProgress() {
    OffsetAndMetadata place = new OffsetAndMetadata(2, Long.toString(Heard.START));
    begin();
    consumer.commitSync(Map.of(EVENTS, place));
    consumer.rebalance(List.of());
    consumer.rebalance(List.of(EVENTS));
    comes(a.chat("1", 10));
    comes(b.chat("1", 11));

    deduplicator.turn();

    assertThat(producer.history()).isEmpty();
    assertThat(producer.commitCount()).isZero();
  }

  @Test
  void whatIsNoEventIsCountedAndHoldsNothingUp() {
    begin();
    ConsumerRecord<String, byte[]> strange = record(new byte[] {'x'}, 0);
    strange.headers().add(new RecordHeader("worker", new byte[0]));
    consumer.addRecord(strange);
    ConsumerRecord<String, byte[]> noJson = record(new byte[] {'x'}, 0);
    a.chat("0", 0).headers().write(noJson.headers());
    consumer.addRecord(noJson);
    comes(a.chat("1", 10));

    deduplicator.turn();

    assertThat(producer.history()).hasSize(1);
    assertThat(counted("unreadable")).isEqualTo(2);
  }

  @Test
  void aBatchThatCannotBeCommittedIsAFailureOfAll() {
    begin();
    producer.commitTransactionException = new ProducerFencedException("another took over");
    comes(a.chat("1", 10));

    assertThatThrownBy(deduplicator::turn).isInstanceOf(ProducerFencedException.class);
    producer.commitTransactionException = null;
  }
}
