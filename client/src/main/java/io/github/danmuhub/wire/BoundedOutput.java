package io.github.danmuhub.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A growing buffer with an end. What it grew to for one large body is given back on the next {@link
 * #reset}.
 */
final class BoundedOutput {
  private static final int INITIAL = 32 << 10;
  private static final int KEPT = 1 << 20;

  private byte[] bytes = {};
  private int size;
  private int limit;

  /** Begins anew, empty. */
  BoundedOutput reset(int newLimit) {
    if (bytes.length > KEPT) {
      bytes = new byte[0];
    }
    size = 0;
    limit = newLimit;
    return this;
  }

  /** Makes room for at least one byte. */
  void ensureRoom() throws MalformedException {
    if (size >= limit) {
      throw tooLarge();
    }
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(INITIAL, bytes.length * 2L)));
    }
  }

  void write(ByteBuffer chunk) throws MalformedException {
    if (chunk.remaining() > limit - size) {
      size = limit; // it was inflated all the same
      throw tooLarge();
    }
    while (chunk.hasRemaining()) {
      ensureRoom();
      int n = Math.min(chunk.remaining(), room());
      chunk.get(bytes, size, n);
      size += n;
    }
  }

  byte[] array() {
    return bytes;
  }

  int position() {
    return size;
  }

  int room() {
    return Math.min(limit, bytes.length) - size;
  }

  void advance(int n) {
    size += n;
  }

  ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes, 0, size);
  }

  private MalformedException tooLarge() {
    return limit == Bounds.INFLATED
        ? new MalformedException("inflates to more than " + (Bounds.INFLATED >> 20) + " MiB")
        : spent();
  }

  /** The frame's bodies are too large together. */
  static MalformedException spent() {
    return new MalformedException(
        "the frame inflates to more than " + (Bounds.INFLATED_PER_FRAME >> 20) + " MiB");
  }
}
