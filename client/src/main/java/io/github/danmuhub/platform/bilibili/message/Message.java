package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.wire.FieldTable;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One message while it is read: {@code {"cmd":…, "data":{…}, "msg_id":…}}. A command walks over its
 * fields, then {@link #end} reads what is left and gives the origin: so nothing is emitted of a
 * message that is broken after the part that was wanted.
 */
final class Message {
  /** Fewer are seconds; so many milliseconds were in 1973. */
  private static final long UNIT = 100_000_000_000L;

  /** In 2096. */
  private static final long LATEST_NANOS = 4_000_000_000_000_000_000L;

  private static final int LONGEST = 18;

  private final RoomMemory room;
  private final JsonCursor in;
  private final ByteBuffer json;
  private final String cmd;
  private final Emitter out;

  private boolean ended;
  private @Nullable String msgId;
  private long sendTime;

  /**
   * @param in inside the message's object
   * @param json the whole message
   */
  Message(RoomMemory room, JsonCursor in, ByteBuffer json, String cmd, Emitter out) {
    this.room = room;
    this.in = in;
    this.json = json;
    this.cmd = cmd;
    this.out = out;
  }

  /** The room that it came from, with what is remembered of it. */
  RoomMemory room() {
    return room;
  }

  JsonCursor in() {
    return in;
  }

  /** The next field of the message itself, with the cursor at its value; null at its end. */
  @Nullable String field() throws IOException {
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "msg_id" -> msgId = in.id();
        case "send_time" -> sendTime = in.number();
        default -> {
          return f;
        }
      }
    }
    ended = true;
    return null;
  }

  /** Steps into the {@code data} object. */
  JsonCursor data() throws IOException, MalformedException {
    for (String f = field(); f != null; f = field()) {
      if (f.equals("data") && in.object()) {
        return in;
      }
    }
    throw malformed("has no data");
  }

  /** Reads each field of the {@code data} object. */
  void data(JsonCursor.Field reading) throws IOException, MalformedException {
    data();
    for (String f = in.field(); f != null; f = in.field()) {
      reading.read(f, in);
    }
  }

  /** Reads those fields of the {@code data} object that the table names. */
  <T> void data(T filled, FieldTable<T> table) throws IOException, MalformedException {
    data().rest(filled, table);
  }

  /** That one field of the message itself; null where it is missing. */
  <T> @Nullable T field(String wanted, JsonCursor.Value<T> reading) throws IOException {
    T value = null;
    for (String f = field(); f != null; f = field()) {
      value = f.equals(wanted) ? reading.read(in) : value;
    }
    return value;
  }

  /** Reads each field of the message itself. */
  void fields(JsonCursor.Field reading) throws IOException {
    for (String f = field(); f != null; f = field()) {
      reading.read(f, in);
    }
  }

  /** Reads what is left of the message. */
  Origin end() throws IOException, MalformedException {
    return end(null, 0);
  }

  /**
   * Reads what is left of the message; asked again, gives the origin of another of its events.
   *
   * @param id the id that it gives itself; null: the envelope's, if it has one
   * @param time the epoch time as the message gives it, see {@link #millis}; 0: the envelope's
   */
  Origin end(@Nullable String id, long time) throws IOException, MalformedException {
    finish();
    return origin(id, time, room.keepsRaw());
  }

  private void finish() throws IOException, MalformedException {
    while (!ended) {
      field();
    }
    in.end();
  }

  private Origin origin(@Nullable String id, long time, boolean withRaw) {
    return new Origin(
        room.ref().platform(),
        room.ref().room(),
        id == null ? msgId : id,
        time > 0 ? millis(time) : millis(Math.max(0, sendTime)),
        out.wallMs(),
        false,
        withRaw ? raw() : null);
  }

  private Raw raw() {
    byte[] copy = new byte[json.remaining()];
    json.get(json.position(), copy);
    return Raw.json(copy);
  }

  /**
   * A time as epoch milliseconds, whatever it is counted in: the same field has come in seconds and
   * in milliseconds, its neighbour in nanoseconds, and no two of them are mistaken for each other
   * before the year 5138. 0 for what cannot be a time.
   */
  static long millis(long time) {
    if (time < 0 || time > LATEST_NANOS) {
      return 0;
    }
    if (time < UNIT) {
      return time * 1_000;
    }
    return time < UNIT * 1_000 ? time : time / (time < UNIT * 1_000_000 ? 1_000 : 1_000_000);
  }

  /** As {@link #millis(long)}, of digits; 0 for what is no number. */
  static long millis(String digits) {
    return digits.length() > LONGEST || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? 0
        : millis(Long.parseLong(digits));
  }

  void emit(LiveEvent event) {
    out.emit(event);
  }

  /** Under another key than the message's id, where that does not tell duplicates. */
  void emit(LiveEvent event, @Nullable String key) {
    out.emit(event, key);
  }

  /** Reads the rest of a message that we do not understand, and passes it on as it is. */
  void unknown() throws IOException, MalformedException {
    finish();
    out.emit(new Unknown(origin(null, 0, true), cmd));
  }

  /** Reads the rest of a message that only repeats what others tell. */
  void copy() throws IOException, MalformedException {
    finish();
    out.copy();
  }

  /** Not broken JSON, but without what makes it useful. */
  MalformedException malformed(String why) {
    return new MalformedException(cmd + " " + why);
  }
}
