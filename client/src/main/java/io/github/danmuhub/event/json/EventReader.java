package io.github.danmuhub.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import java.io.IOException;

/**
 * JSON v1 → event: what {@link EventWriter} wrote, in any order of fields. Fields that it does not
 * know are ignored, so that a later writer may add some; another version, a missing field or one of
 * the wrong type is refused in words. Bounded in length, depth and strings. Any thread.
 */
public final class EventReader {
  /** The longest event, in bytes. */
  public static final int MAX_BYTES = 16 << 20;

  /** An event's own levels, and those of a raw message in it. */
  private static final int DEPTH = 80;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(MAX_BYTES)
                  .maxNumberLength(100)
                  .maxNameLength(1000)
                  .build())
          .build();

  private EventReader() {}

  public static Numbered read(String json) throws BadEventException {
    return read(json.getBytes(UTF_8));
  }

  public static Numbered read(byte[] utf8) throws BadEventException {
    if (utf8.length > MAX_BYTES) {
      throw new BadEventException("longer than " + (MAX_BYTES >> 20) + " MiB");
    }
    FieldReader in = parse(utf8);
    checkVersion(in);
    BodyReader<?> body = EventTypes.reader(in.text("type"));
    return new Numbered(seq(in), body.read(origin(in), in));
  }

  private static long seq(FieldReader in) throws BadEventException {
    long seq = in.int64("seq", 0);
    if (!Numbered.isNumber(seq)) {
      throw new BadEventException("seq " + seq + " is not within 0 to " + Numbered.LAST);
    }
    return seq;
  }

  private static FieldReader parse(byte[] utf8) throws BadEventException {
    try (JsonParser json = JSON.createParser(utf8)) {
      if (json.currentLocation().getByteOffset() < 0) {
        throw new BadEventException("not UTF-8");
      }
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BadEventException("not a JSON object");
      }
      FieldReader fields = new JsonTree(json, utf8).object();
      if (json.nextToken() != null) {
        throw new BadEventException("something follows the JSON object");
      }
      return fields;
    } catch (JsonProcessingException e) {
      throw new BadEventException("not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadEventException("not JSON: " + e.getMessage());
    }
  }

  private static void checkVersion(FieldReader in) throws BadEventException {
    long version = in.int64("v");
    if (version != EventWriter.VERSION) {
      throw new BadEventException(
          "JSON version " + version + "; this program reads version " + EventWriter.VERSION);
    }
  }

  private static Origin origin(FieldReader in) throws BadEventException {
    return new Origin(
        in.text("platform"),
        in.text("room"),
        in.textOrNull("id"),
        in.timeIfAny("time"),
        in.time("received"),
        in.flag("history"),
        in.raw());
  }
}
