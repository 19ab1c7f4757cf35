package io.github.danmuhub.platform.douyin.packet;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One message of a {@link DouyinResponse}.
 *
 * <pre>1 string method · 2 bytes payload · 3 int64 msg_id</pre>
 *
 * @param payload a protobuf message named like the method; a view, valid during the call only
 * @param id of the envelope: the {@code msg_id} inside the payload may be another one, and it is
 *     this one that tells duplicates apart
 */
public record DouyinMessage(String method, ByteBuffer payload, long id) {

  /** An id as Douyin has it, 64 bits without a sign; 0 for a text that is none. */
  public static long id(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
