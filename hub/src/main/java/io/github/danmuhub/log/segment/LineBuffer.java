package io.github.danmuhub.log.segment;

import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Lines that wait for the disk. What a full disk did not take stays, from the very byte where it
 * stopped, so that writing on makes the cut line whole. One thread at a time.
 */
final class LineBuffer {
  private static final int INITIAL = 1 << 16;

  private ByteBuffer bytes = ByteBuffer.allocate(INITIAL);
  private final Deque<Line> lines = new ArrayDeque<>();
  private boolean cut;

  /** Whose it is, and its number. */
  record Line(RoomRef room, long seq) {}

  void add(byte[] text, Line line) {
    if (bytes.remaining() < text.length + 1) {
      grow(text.length + 1);
    }
    bytes.put(text).put((byte) '\n');
    lines.add(line);
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
    return lines.size();
  }

  /** The oldest that waits; null for none. */
  @Nullable Line first() {
    return lines.peek();
  }

  /**
   * Hands everything over; when that fails, the rest stays.
   *
   * @param taken counts the lines that are written wholly
   */
  void writeTo(SegmentFile file, Tally taken) throws IOException {
    bytes.flip();
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } finally {
      for (int i = 0; i < bytes.position(); i++) {
        cut = bytes.get(i) != '\n';
        if (!cut) {
          taken.add(lines.remove().room());
        }
      }
      bytes.compact();
    }
    if (bytes.capacity() > INITIAL) {
      bytes = ByteBuffer.allocate(INITIAL);
    }
  }

  /** The rest of a line whose beginning is gone is of no use. */
  void dropCutLine(Tally dropped) {
    if (!cut) {
      return;
    }
    cut = false;
    bytes.flip();
    while (bytes.get() != '\n') {
      // passed over
    }
    bytes.compact();
    dropped.add(lines.remove().room());
  }
}
