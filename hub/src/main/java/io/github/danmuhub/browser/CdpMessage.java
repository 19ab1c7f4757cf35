package io.github.danmuhub.browser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One message of the DevTools Protocol ⇄ its JSON: both directions side by side.
 *
 * @param id of the command that it answers; 0 for an event
 * @param session empty for the browser itself
 * @param method of an event; empty for an answer
 * @param body an event's parameters, an answer's result
 * @param refusal why a command was refused; empty where it was not
 */
record CdpMessage(long id, String session, String method, JsonNode body, String refusal) {
  private static final int DEPTH = 1_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(CdpLink.MESSAGE)
                          .maxNestingDepth(DEPTH)
                          .build())
                  .build())
          .build();

  /** What comes in. */
  static CdpMessage read(ByteBuffer text) throws IOException {
    JsonNode all =
        JSON.readTree(text.array(), text.arrayOffset() + text.position(), text.remaining());
    JsonNode error = all.path("error");
    return new CdpMessage(
        all.path("id").asLong(),
        all.path("sessionId").asText(),
        all.path("method").asText(),
        all.path(all.has("id") ? "result" : "params"),
        error.isObject() ? error.path("message").asText("refused without a word") : "");
  }

  /** What goes out. */
  static byte[] command(long id, String session, String method, Map<String, ?> parameters) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", id);
    all.put("method", method);
    all.put("params", parameters);
    if (!session.isEmpty()) {
      all.put("sessionId", session);
    }
    try {
      return JSON.writeValueAsBytes(all);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(method + " cannot be written as JSON", e);
    }
  }
}
