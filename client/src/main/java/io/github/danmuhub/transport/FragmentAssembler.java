package io.github.danmuhub.transport;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.wire.Bounds;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Puts a fragmented WebSocket message together, up to {@link Bounds#FRAME}. */
final class FragmentAssembler {
  private FrameKind kind = FrameKind.BINARY;
  private @Nullable ByteArrayOutputStream parts;

  FrameKind kind() {
    return kind;
  }

  /** Whether it still fits. */
  boolean begin(FrameKind first, ByteBuffer bytes) {
    kind = first;
    parts = new ByteArrayOutputStream(bytes.remaining());
    return append(bytes);
  }

  /** Whether it still fits. */
  boolean append(ByteBuffer bytes) {
    if (parts == null) {
      return false;
    }
    if (bytes.remaining() > Bounds.FRAME - parts.size()) {
      parts = null;
      return false;
    }
    parts.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    return true;
  }

  /** The whole message; nothing of it is kept. */
  ByteBuffer end() {
    ByteBuffer whole = ByteBuffer.wrap(parts == null ? new byte[0] : parts.toByteArray());
    parts = null;
    return whole;
  }
}
