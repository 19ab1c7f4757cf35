package io.github.danmuhub.kafka.zone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a worker told. Immutable: nobody writes to {@code json}.
 *
 * @param received the worker's clock, epoch milliseconds
 * @param json the event in JSON v1
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
record ZoneEvent(RecordHeaders headers, long received, byte[] json) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * What a record brings; of its JSON no more is read than when it was heard.
   *
   * @throws MalformedException in words, where it is no event
   */
  static ZoneEvent read(RecordHeaders headers, byte[] json) throws MalformedException {
    return new ZoneEvent(headers, received(json), json);
  }

  private static long received(byte[] json) throws MalformedException {
    try (JsonParser in = JSON.createParser(json)) {
      boolean more = in.nextToken() == JsonToken.START_OBJECT;
      while (more && in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        if (name.equals("received")) {
          return Instant.parse(in.getText()).toEpochMilli();
        }
        in.skipChildren();
      }
    } catch (IOException | DateTimeException e) {
      throw new MalformedException("no event of JSON v1: " + e.getMessage());
    }
    throw new MalformedException("no event of JSON v1: it does not say when it was received");
  }

  String zone() {
    return headers.by().zone();
  }

  /** Which worker of which zone told it. */
  String source() {
    return headers.by().zone() + "/" + headers.by().worker();
  }

  /** {@code platform:room}. */
  String room() {
    return headers.platform() + ":" + headers.room();
  }

  String type() {
    return headers.type();
  }

  /** The platform's; null where it has none. */
  @Nullable String id() {
    return headers.eventId();
  }

  /** All of it. */
  LiveEvent event() throws MalformedException {
    try {
      return EventReader.read(json).event();
    } catch (BadEventException e) {
      throw new MalformedException("no event of JSON v1: " + e.getMessage());
    }
  }
}
