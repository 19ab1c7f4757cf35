package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Framing;
import java.nio.ByteBuffer;

/** The test's own framing: u32be length of the payload, payload. */
final class LengthPrefix {
  static final Framing OF_FOUR_BYTES =
      in -> {
        int whole = in.remaining() < 4 ? 0 : 4 + in.getInt(in.position());
        return in.remaining() < whole ? 0 : whole;
      };

  private LengthPrefix() {}

  static byte[] frame(byte[] payload) {
    return ByteBuffer.allocate(4 + payload.length).putInt(payload.length).put(payload).array();
  }
}
