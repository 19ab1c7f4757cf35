package io.github.danmuhub.kafka.zone;

import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition on its way through its {@link Merger}. What lies before the place up to which it
 * was merged is only remembered. One thread.
 */
final class PartitionMerge implements Merger.Outcome {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionMerge.class);

  private final Merger merger = new Merger(this);
  private final int partition;
  private final String topic;
  private final long mergedTo;
  private final List<ProducerRecord<String, byte[]>> out;
  private final MergeCount count;
  private long next;
  private long at;
  private boolean moved;

  /**
   * @param topic where what is merged goes, in the same partition
   * @param mergedTo the offset of the first event that is not merged yet
   * @param out what is to be written is added there
   */
  PartitionMerge(
      int partition,
      String topic,
      long mergedTo,
      List<ProducerRecord<String, byte[]>> out,
      MergeCount count) {
    this.partition = partition;
    this.topic = topic;
    this.mergedTo = mergedTo;
    this.out = out;
    this.count = count;
  }

  /** Takes the next record; one that is no event is counted and left out. */
  void take(ConsumerRecord<String, byte[]> record) {
    next = record.offset() + 1;
    at = Math.max(at, record.timestamp());
    moved = isNew();
    try {
      if (record.value() == null) {
        throw new MalformedException("an event cannot be taken back by a tombstone");
      }
      merger.take(ZoneEvent.read(RecordHeaders.read(record.headers()), record.value()), at);
    } catch (MalformedException e) {
      if (isNew()) {
        count.unreadable();
      }
      LOG.debug("{}-{} at {}: {}", record.topic(), partition, record.offset(), e.getMessage());
    }
  }

  /** Nothing comes at present: what waits may be due. */
  void tick(long now) {
    if (isNew()) {
      merger.tick(now);
    }
  }

  private boolean isNew() {
    return next > mergedTo;
  }

  /** How far it has come, and when the last of it came, if that is further than when last asked. */
  Optional<OffsetAndMetadata> progress() {
    Optional<OffsetAndMetadata> place =
        moved
            ? Optional.of(new OffsetAndMetadata(next, Optional.empty(), Long.toString(at)))
            : Optional.empty();
    moved = false;
    return place;
  }

  @Override
  public void told(Merged merged) {
    if (isNew()) {
      count.told();
      RecordHeaders headers = merged.headers();
      String room = headers.platform() + ":" + headers.room();
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(topic, partition, room, merged.json());
      headers.write(record.headers());
      out.add(record);
    }
  }

  @Override
  public void twice() {
    if (isNew()) {
      count.twice();
    }
  }
}
