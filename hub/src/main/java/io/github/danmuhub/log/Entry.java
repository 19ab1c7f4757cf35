package io.github.danmuhub.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.event.json.EventWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log. Immutable: nobody writes to {@code json}, which all readers share.
 *
 * @param seq counts from 1 in a hub's life
 * @param room {@code platform:room}
 * @param type the event's type in JSON v1
 * @param json the event in JSON v1, UTF-8, on one line without its end
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record Entry(long seq, String room, String type, byte[] json) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Encodes an event. */
  static Entry of(long seq, LiveEvent event) {
    String room = event.origin().platform() + ":" + event.origin().room();
    byte[] json = oneLine(EventWriter.write(new Numbered(seq, event)));
    return new Entry(seq, room, EventTypes.name(event), json);
  }

  /** The same, with the very strings of others: filters look at those of thousands in a row. */
  Entry sharing(Map<String, String> names) {
    return new Entry(
        seq,
        names.computeIfAbsent(room, first -> first),
        names.computeIfAbsent(type, first -> first),
        json);
  }

  /** A raw message may bring line breaks between its tokens; in SSE they would end the field. */
  private static byte[] oneLine(byte[] json) {
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\n' || json[i] == '\r') {
        json[i] = ' ';
      }
    }
    return json;
  }

  /**
   * Reads a line up to its number, before which the writer puts all that a filter asks for.
   *
   * @return null where it is no numbered event
   */
  static @Nullable Entry read(byte[] line) {
    String type = "";
    String platform = "";
    String room = "";
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "type" -> type = json.getText();
          case "platform" -> platform = json.getText();
          case "room" -> room = json.getText();
          case "seq" -> {
            return entry(json.getLongValue(), platform + ":" + room, type, line);
          }
          default -> json.skipChildren();
        }
      }
    } catch (IOException e) {
      return null; // torn, or not ours
    }
    return null;
  }

  private static @Nullable Entry entry(long seq, String room, String type, byte[] line) {
    boolean complete = line[line.length - 1] == '}';
    return complete && seq > 0 && Numbered.isNumber(seq)
        ? new Entry(seq, room, type, oneLine(line))
        : null;
  }
}
