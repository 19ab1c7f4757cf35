package io.github.danmuhub.record.segment;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Lines that wait for the disk. What a full disk did not take stays, from the very byte where it
 * stopped, so that writing on makes the cut line whole. One thread at a time.
 */
final class LineBuffer {
  private static final int INITIAL = 1 << 16;

  private ByteBuffer bytes = ByteBuffer.allocate(INITIAL);

  void add(byte[] line) {
    if (bytes.remaining() < line.length + 1) {
      grow(line.length + 1);
    }
    bytes.put(line).put((byte) '\n');
  }

  private void grow(int more) {
    int capacity = Math.max(bytes.capacity() * 2, bytes.position() + more);
    bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
  }

  int size() {
    return bytes.position();
  }

  /** How many lines wait, one that is written in part included. */
  long lines() {
    long lines = 0;
    for (int i = 0; i < bytes.position(); i++) {
      lines += bytes.get(i) == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Hands everything over; when that fails, the rest stays. */
  void writeTo(SegmentFile file) throws IOException {
    bytes.flip();
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } finally {
      bytes.compact();
    }
    if (bytes.capacity() > INITIAL) {
      bytes = ByteBuffer.allocate(INITIAL);
    }
  }
}
