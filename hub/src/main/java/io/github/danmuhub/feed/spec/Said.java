package io.github.danmuhub.feed.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.feed.decode.JsonText;
import io.github.danmuhub.feed.path.Template;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A frame that is said: a text with places in it, bytes, or a ping. Immutable.
 *
 * @param text of a text frame
 * @param bytes of a binary frame, and nothing of a ping
 */
public record Said(FrameKind kind, Template text, Raw bytes) {
  private static final Template SILENCE = new Template("");

  public static Said text(Template text) {
    return new Said(FrameKind.TEXT, text, Raw.NOTHING);
  }

  public static Said binary(byte[] bytes) {
    return new Said(FrameKind.BINARY, SILENCE, Raw.bytes(bytes));
  }

  public static Said ping() {
    return new Said(FrameKind.PING, SILENCE, Raw.NOTHING);
  }

  /** The frame, with what {@code values} says for each name. */
  public ByteBuffer fill(UnaryOperator<String> values) {
    return ByteBuffer.wrap(
        kind == FrameKind.TEXT ? text.fill(values).getBytes(UTF_8) : bytes.toBytes());
  }

  /**
   * Whether that frame is this one, whatever stands in the places; JSON may be written otherwise.
   */
  public boolean isHeardIn(FrameKind heardAs, ByteBuffer frame) {
    if (kind != FrameKind.TEXT || heardAs != FrameKind.TEXT) {
      return kind == heardAs
          && (kind == FrameKind.PING || frame.equals(ByteBuffer.wrap(bytes.toBytes())));
    }
    String heard = UTF_8.decode(frame.duplicate()).toString();
    return text.pattern(".*").matcher(heard).matches() || sameJson(heard);
  }

  private boolean sameJson(String heard) {
    if (!text.names().isEmpty()) {
      return false;
    }
    JsonNode wanted = json(text.toString());
    return wanted != null && wanted.equals(json(heard));
  }

  private static @Nullable JsonNode json(String text) {
    try {
      return JsonText.read(text.getBytes(UTF_8));
    } catch (MalformedException noJson) {
      return null;
    }
  }
}
