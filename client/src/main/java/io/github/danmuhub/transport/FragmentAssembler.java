package io.github.danmuhub.transport;

import io.github.danmuhub.platform.FrameKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Puts a fragmented WebSocket message together, up to a bound. Not thread-safe. */
public final class FragmentAssembler {
  private final int most;
  private FrameKind kind = FrameKind.BINARY;
  private @Nullable ByteArrayOutputStream parts;

  /**
   * Nothing has begun yet.
   *
   * @param most bytes of a message
   */
  public FragmentAssembler(int most) {
    this.most = most;
  }

  /** Of the message that has begun last. */
  public FrameKind kind() {
    return kind;
  }

  /** The first fragment, which may be empty; whether it fits. */
  public boolean begin(FrameKind first, ByteBuffer bytes) {
    kind = first;
    parts = new ByteArrayOutputStream(bytes.remaining());
    return append(bytes);
  }

  /** A further one, backed by an array; whether it still fits. */
  public boolean append(ByteBuffer bytes) {
    if (parts == null) {
      return false;
    }
    if (bytes.remaining() > most - parts.size()) {
      parts = null;
      return false;
    }
    parts.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    return true;
  }

  /** The whole message; nothing of it is kept. */
  public ByteBuffer end() {
    ByteBuffer whole = ByteBuffer.wrap(parts == null ? new byte[0] : parts.toByteArray());
    parts = null;
    return whole;
  }
}
