package io.github.danmuhub.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A growing buffer with an end. What it grew to for one large body is given back on the next {@link
 * #reset}.
 */
final class Output {
  private static final int INITIAL = 32 << 10;
  private static final int KEPT = 1 << 20;

  private final int limit;
  private byte[] bytes = new byte[0];
  private int size;

  Output(int limit) {
    this.limit = limit;
  }

  Output reset() {
    if (bytes.length > KEPT) {
      bytes = new byte[0];
    }
    size = 0;
    return this;
  }

  /** Makes room for at least one byte. */
  void ensureRoom() throws MalformedException {
    if (size < bytes.length) {
      return;
    }
    if (size >= limit) {
      throw tooLarge();
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(INITIAL, bytes.length * 2L)));
  }

  void write(ByteBuffer chunk) throws MalformedException {
    if (chunk.remaining() > limit - size) {
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
    return bytes.length - size;
  }

  void advance(int n) {
    size += n;
  }

  ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes, 0, size);
  }

  private MalformedException tooLarge() {
    return new MalformedException("inflates to more than " + (limit >> 20) + " MiB");
  }
}
