package io.github.danmuhub.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.event.Numbered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a log's folder says of its last run, in {@value #FILE}:
 *
 * <pre>{"v":1,"hub":"3f9c01ab77d2e410","clean":true,"last":48211}</pre>
 *
 * @param hub whose log it is
 * @param clean whether it ended in order
 * @param last the last number that was given, where it ended in order; else one before
 */
record LogState(String hub, boolean clean, long last) {
  static final String FILE = "log.json";
  private static final Logger LOG = LoggerFactory.getLogger(LogState.class);
  private static final JsonFactory JSON = new JsonFactory();

  /** Whether the file, or the next one of it, is called so. */
  static boolean isNameOfOne(String file) {
    return file.equals(FILE) || file.equals(FILE + ".part");
  }

  /**
   * That of {@code dir}. A folder without one begins a log of its own; one that cannot be read was
   * not left in order, and its cursors are void.
   */
  static LogState in(Path dir) throws IOException {
    Optional<String> text = new AtomicFile(dir.resolve(FILE)).read();
    if (text.isEmpty()) {
      return new LogState(HubId.random(), true, 0);
    }
    try {
      return parse(text.get());
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read, cursors begin anew: {}", dir.resolve(FILE), e.getMessage());
      return new LogState(HubId.random(), false, 0);
    }
  }

  LogState {
    if (!HubId.isOne(hub) || !Numbered.isNumber(last)) {
      throw new IllegalArgumentException("not the state of a log");
    }
  }

  private static LogState parse(String text) throws IOException {
    String hub = "";
    boolean clean = false;
    long last = -1;
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "hub" -> hub = json.getText();
          case "clean" -> clean = json.getBooleanValue();
          case "last" -> last = json.getLongValue();
          default -> json.skipChildren();
        }
      }
    }
    return new LogState(hub, clean, last);
  }

  void write(Path dir) throws IOException {
    new AtomicFile(dir.resolve(FILE))
        .write("{\"v\":1,\"hub\":\"%s\",\"clean\":%b,\"last\":%d}\n".formatted(hub, clean, last));
  }

  /** Writes it where somebody has removed it. */
  void keep(Path dir) throws IOException {
    if (Files.notExists(dir.resolve(FILE))) {
      write(dir);
    }
  }
}
