package io.github.danmuhub.kafka.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What JSON v1 says of an event before its number, so that the rest of it need not be read.
 *
 * @param id the platform's; null where it has none
 * @param receivedText when it was received, as it is written; empty where it does not say
 */
record EntryHead(@Nullable String id, String receivedText) {
  private static final JsonFactory JSON = new JsonFactory();

  static EntryHead read(byte[] event) {
    String id = null;
    String received = "";
    try (JsonParser json = JSON.createParser(event)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "id" -> id = json.getText();
          case "received" -> received = json.getText();
          case "seq" -> {
            return new EntryHead(id, received);
          }
          default -> json.skipChildren();
        }
      }
    } catch (IOException e) {
      return new EntryHead(id, received); // the log holds none that ends early
    }
    return new EntryHead(id, received);
  }

  /** Epoch milliseconds; 0 where it does not say. To read them costs more than all the rest. */
  long received() {
    try {
      return receivedText.isEmpty() ? 0 : Instant.parse(receivedText).toEpochMilli();
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
