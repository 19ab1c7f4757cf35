package io.github.danmuhub.kafka.zone;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.kafka.broker.RecordHeaders;

/**
 * What goes to {@code danmu.merged}.
 *
 * @param headers of who told it first, or of what settled it
 * @param json the event in JSON v1: as it was told, where nothing was taken from it
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
record Merged(RecordHeaders headers, byte[] json) {

  /** As it was told. */
  static Merged of(ZoneEvent told) {
    return new Merged(told.headers(), told.json());
  }

  /** A part of what was told. */
  static Merged part(ZoneEvent told, LiveEvent part) {
    RecordHeaders headers = told.headers().withEventId(part.origin().id());
    return new Merged(headers, EventWriter.write(part));
  }
}
