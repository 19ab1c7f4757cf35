package io.github.danmuhub.event.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Event → JSON v1: one object in UTF-8 on one line, without a newline at its end. Ids are strings,
 * times are RFC 3339 in UTC with milliseconds, what is absent is left out. Any thread.
 *
 * <p>Never fails on an event: half surrogate pairs become U+FFFD, a platform time that RFC 3339
 * cannot say is left out.
 */
public final class EventWriter {
  /** The version in the field {@code v}. */
  public static final int VERSION = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private EventWriter() {}

  public static byte[] write(LiveEvent event) {
    return write(new Numbered(0, event));
  }

  public static byte[] write(Numbered numbered) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
      try (JsonGenerator json = JSON.createGenerator(bytes)) {
        write(numbered, json);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused bytes", e);
    }
  }

  /** Writes the object as the next value of {@code json}. */
  public static void write(Numbered numbered, JsonGenerator json) throws IOException {
    LiveEvent event = numbered.event();
    FieldWriter out = new FieldWriter(json);
    try {
      EventTypes.Type<?> type = EventTypes.of(event);
      json.writeStartObject();
      writeCommon(out, type.word(), numbered.seq(), event);
      type.write(out, event);
      out.raw(event.origin().raw());
      json.writeEndObject();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void writeCommon(FieldWriter out, String type, long seq, LiveEvent event) {
    Origin origin = event.origin();
    out.number("v", VERSION)
        .text("type", type)
        .text("platform", origin.platform())
        .text("room", origin.room())
        .text("id", origin.id());
    if (origin.time() > 0 && origin.time() <= Origin.LATEST) {
      out.time("time", origin.time());
    }
    out.time("received", origin.received()).numberIfAny("seq", seq);
    if (origin.history()) {
      out.flag("history", true);
    }
    out.object("user", event.user(), UserAndMoney::write);
  }
}
