package io.github.danmuhub.kafka.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.MalformedException;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the headers of a record of {@code danmu.events}, in UTF-8, so that nobody needs to
 * read its JSON to know what to do with it. Immutable.
 *
 * @param by who heard it, and in which tenure
 * @param platform such as {@code bilibili}
 * @param room the platform's id of the room
 * @param type of the event, in JSON v1
 * @param eventId the platform's id of the event; null where it has none
 * @param seq its place in the worker's log, {@code HUB-NUMBER}, which no other event of any worker
 *     has; null for a gap that the sink itself tells
 */
public record RecordHeaders(
    Hearer by,
    String platform,
    String room,
    String type,
    @Nullable String eventId,
    @Nullable String seq) {
  /** The type of the event that tells of a time in which a room was not heard. */
  public static final String GAP = "gap";

  private static final String WORKER = "worker";
  private static final String ZONE = "zone";
  private static final String EPOCH = "epoch";
  private static final String LATE = "late";
  private static final String PLATFORM = "platform";
  private static final String ROOM = "room";
  private static final String TYPE = "type";
  private static final String EVENT_ID = "event_id";
  private static final String SEQ = "seq";
  private static final byte[] YES = "1".getBytes(UTF_8);

  /**
   * Who heard it, and in which tenure.
   *
   * @param zone whose worker that is
   * @param epoch the worker's tenure of the room in which it was heard: in one, a room is in order
   * @param late whether that tenure was over when this was sent
   */
  public record Hearer(String worker, String zone, long epoch, boolean late) {}

  /** Whether it tells of a time in which the room was not heard; header {@code gap} says so too. */
  public boolean gap() {
    return type.equals(GAP);
  }

  /** The same of another event of that message, or of a part of this one. */
  public RecordHeaders withEventId(@Nullable String id) {
    return new RecordHeaders(by, platform, room, type, id, seq);
  }

  /** Adds them; what is not so, or not known, is left out. */
  public void write(Headers headers) {
    headers
        .add(WORKER, by.worker.getBytes(UTF_8))
        .add(ZONE, by.zone.getBytes(UTF_8))
        .add(EPOCH, Long.toString(by.epoch).getBytes(UTF_8))
        .add(PLATFORM, platform.getBytes(UTF_8))
        .add(ROOM, room.getBytes(UTF_8))
        .add(TYPE, type.getBytes(UTF_8));
    if (by.late) {
      headers.add(LATE, YES);
    }
    if (gap()) {
      headers.add(GAP, YES);
    }
    if (eventId != null) {
      headers.add(EVENT_ID, eventId.getBytes(UTF_8));
    }
    if (seq != null) {
      headers.add(SEQ, seq.getBytes(UTF_8));
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws MalformedException where others wrote it
   */
  public static RecordHeaders read(Headers headers) throws MalformedException {
    return new RecordHeaders(
        new Hearer(
            needed(headers, WORKER),
            needed(headers, ZONE),
            number(needed(headers, EPOCH)),
            find(headers, LATE).isPresent()),
        needed(headers, PLATFORM),
        needed(headers, ROOM),
        needed(headers, TYPE),
        find(headers, EVENT_ID).orElse(null),
        find(headers, SEQ).orElse(null));
  }

  private static String needed(Headers headers, String name) throws MalformedException {
    return find(headers, name)
        .orElseThrow(() -> new MalformedException("the record has no header '" + name + "'"));
  }

  private static Optional<String> find(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, UTF_8));
  }

  private static long number(String text) throws MalformedException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedException("the header 'epoch' is no number");
    }
  }
}
