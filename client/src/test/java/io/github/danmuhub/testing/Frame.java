package io.github.danmuhub.testing;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;

/** A frame that passed. */
public record Frame(FrameKind kind, Raw bytes) {
  static Frame of(FrameKind kind, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return new Frame(kind, Raw.bytes(copy));
  }

  public ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes.toBytes());
  }
}
