package io.github.danmuhub.kafka.sink;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.kafka.broker.Worker;
import io.github.danmuhub.log.Entry;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as a record: its key is {@code platform:room}, its value is the very JSON.
 * Any thread.
 *
 * @param topic where they go
 * @param cursor of a number of the log
 */
record EventRecords(String topic, Worker worker, Tenures tenures, LongFunction<Object> cursor) {

  /**
   * @param head of the entry
   */
  ProducerRecord<String, byte[]> of(Entry entry, EntryHead head) {
    String seq = cursor.apply(entry.seq()).toString();
    return record(entry, entry.type(), head.id(), seq, entry.json());
  }

  /** What the sink itself tells, in the tenure of the entry that it stands before. */
  ProducerRecord<String, byte[]> gap(Gap gap, Entry before) {
    return record(before, RecordHeaders.GAP, null, null, EventWriter.write(gap));
  }

  /** What is told in the place of an entry that no broker takes; it has its number. */
  ProducerRecord<String, byte[]> tooLarge(Entry entry, EntryHead head) {
    String[] room = entry.room().split(":", 2);
    long at = head.received();
    Origin origin = Origin.ours(room[0], room[room.length - 1], at);
    String why = "an event of %d bytes is too large for Kafka".formatted(entry.json().length);
    LiveEvent gap = new Gap(origin, at, at, why);
    String seq = cursor.apply(entry.seq()).toString();
    return record(entry, RecordHeaders.GAP, null, seq, EventWriter.write(gap));
  }

  private ProducerRecord<String, byte[]> record(
      Entry entry, String type, @Nullable String id, @Nullable String seq, byte[] json) {
    String[] room = entry.room().split(":", 2);
    Tenure tenure = tenures.of(entry.room(), entry.seq());
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, entry.room(), json);
    RecordHeaders.Hearer by =
        new RecordHeaders.Hearer(worker.name(), worker.zone(), tenure.epoch(), tenure.over());
    new RecordHeaders(by, room[0], room[room.length - 1], type, id, seq).write(record.headers());
    return record;
  }
}
