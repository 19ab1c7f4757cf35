package io.github.danmuhub.browser.frames;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import java.util.Base64;

/**
 * A whole message, as the DevTools Protocol tells it: text, or base64 of all else.
 *
 * @param content of the message, in few letters
 */
record PageFrame(FrameKind kind, Raw bytes, String content) {
  private static final int TEXT = 1;

  static PageFrame of(JsonNode frame) {
    String payload = frame.path("payloadData").asText();
    if (frame.path("opcode").asInt() == TEXT) {
      return new PageFrame(FrameKind.TEXT, Raw.bytes(payload.getBytes(UTF_8)), Content.of(payload));
    }
    byte[] bytes = binary(payload);
    return new PageFrame(FrameKind.BINARY, Raw.bytes(bytes), Content.of(bytes));
  }

  private static byte[] binary(String payload) {
    try {
      return Base64.getDecoder().decode(payload);
    } catch (IllegalArgumentException e) {
      return payload.getBytes(UTF_8); // not as the protocol says; kept all the same
    }
  }
}
