package io.github.danmuhub.rpc.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.rpc.call.CallJson;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Bytes behind a JSON object that says what they are. */
record BinaryMessage(JsonNode head, Buffer bytes) {
  private static final int LENGTH = 4;

  /** What goes over the socket. */
  Buffer encode() {
    Buffer json = Buffer.buffer(head.toString());
    return Buffer.buffer().appendInt(json.length()).appendBuffer(json).appendBuffer(bytes);
  }

  /** Empty where it is none. */
  static Optional<BinaryMessage> decode(Buffer message) {
    long length = message.length() < LENGTH ? -1 : message.getUnsignedInt(0);
    if (length < 0 || length > message.length() - LENGTH) {
      return Optional.empty();
    }
    int end = LENGTH + (int) length;
    try {
      JsonNode head = CallJson.read(message.getString(LENGTH, end, UTF_8.name()));
      return head.isObject()
          ? Optional.of(new BinaryMessage(head, message.getBuffer(end, message.length())))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
