package io.github.danmuhub.kafka.sink;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.NotYetException;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.wire.MalformedException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Chat of invented rooms, by the millisecond in which it was received. */
final class Chats {
  private Chats() {}

  static Chat of(String room, long at, String text) {
    Origin origin = new Origin("huya", room, "id-" + at, at, at, false, null);
    return Chat.of(origin, User.of("42", "user"), text);
  }

  /** All that a log in memory holds, as one page. */
  static Page page(EventLog log) throws NotYetException {
    return log.read(0, Filter.ALL, 1_000);
  }

  static RecordHeaders headers(ProducerRecord<String, byte[]> record) {
    try {
      return RecordHeaders.read(record.headers());
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }
}
