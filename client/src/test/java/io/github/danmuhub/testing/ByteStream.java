package io.github.danmuhub.testing;

import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whole frames out of a byte stream, as the transport cuts it. */
final class ByteStream {
  private final Supplier<Framing> framing;
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** {@code framing} is asked for once there are bytes. */
  ByteStream(Supplier<Framing> framing) {
    this.framing = framing;
  }

  void add(ByteBuffer bytes) {
    int size = rest.remaining() + bytes.remaining();
    rest = ByteBuffer.allocate(size).put(rest).put(bytes).flip();
  }

  /** The next frame; null where it is not whole yet. */
  @Nullable ByteBuffer next() throws MalformedException {
    int size = framing.get().next(rest);
    if (size <= 0) {
      return null;
    }
    ByteBuffer frame = rest.slice(rest.position(), size);
    rest.position(rest.position() + size);
    return frame;
  }

  /** What was not cut yet. */
  ByteBuffer rest() {
    return rest;
  }
}
