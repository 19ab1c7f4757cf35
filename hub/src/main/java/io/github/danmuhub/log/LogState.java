package io.github.danmuhub.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a log's folder says of its last run, in {@value #FILE}:
 *
 * <pre>
 * {"v":1,"hub":"3f9c01ab77d2e410","clean":true,"last":48211,"heard":{"bilibili:1":1795248000123}}
 * </pre>
 *
 * @param hub whose log it is
 * @param clean whether it ended in order
 * @param last the last number that was given, where it ended in order; else one before
 * @param heard when each room was heard last, epoch milliseconds, as far as the last segment does
 *     not say it
 */
record LogState(String hub, boolean clean, long last, Map<RoomRef, Long> heard) {
  static final String FILE = "log.json";
  private static final Logger LOG = LoggerFactory.getLogger(LogState.class);
  private static final JsonFactory JSON = new JsonFactory();

  LogState {
    if (!hub.matches("[0-9a-f]{16}") || !Numbered.isNumber(last)) {
      throw new IllegalArgumentException("not the state of a log");
    }
    heard = Map.copyOf(heard);
  }

  /** Whether the file, or the next one of it, is called so. */
  static boolean isNameOfOne(String file) {
    return file.equals(FILE) || file.equals(FILE + ".part");
  }

  /**
   * That of {@code dir}. A folder without one begins a log of its own; one that cannot be read was
   * not left in order, and its cursors are void.
   */
  static LogState in(Path dir) throws IOException {
    Optional<String> text = file(dir).read();
    if (text.isEmpty()) {
      return new LogState(Cursor.newHub(), true, 0, Map.of());
    }
    try {
      return parse(text.get());
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read, cursors begin anew: {}", dir.resolve(FILE), e.getMessage());
      return new LogState(Cursor.newHub(), false, 0, Map.of());
    }
  }

  /** Whether somebody has removed it. */
  static boolean isMissing(Path dir) {
    return Files.notExists(dir.resolve(FILE));
  }

  private static AtomicFile file(Path dir) {
    return new AtomicFile(dir.resolve(FILE));
  }

  private static LogState parse(String text) throws IOException {
    String hub = "";
    boolean clean = false;
    long last = -1;
    Map<RoomRef, Long> heard = Map.of();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "hub" -> hub = json.getText();
          case "clean" -> clean = json.getBooleanValue();
          case "last" -> last = json.getLongValue();
          case "heard" -> heard = heard(json);
          default -> json.skipChildren();
        }
      }
    }
    return new LogState(hub, clean, last, heard);
  }

  private static Map<RoomRef, Long> heard(JsonParser json) throws IOException {
    Map<RoomRef, Long> heard = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String[] room = json.currentName().split(":", 2);
      json.nextToken();
      heard.put(new RoomRef(room[0], room[room.length - 1]), json.getLongValue());
    }
    return heard;
  }

  void write(Path dir) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("v", 1);
      json.writeStringField("hub", hub);
      json.writeBooleanField("clean", clean);
      json.writeNumberField("last", last);
      json.writeObjectFieldStart("heard");
      for (Map.Entry<RoomRef, Long> room : heard.entrySet()) {
        json.writeNumberField(room.getKey().toString(), room.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    file(dir).write(text + "\n");
  }
}
