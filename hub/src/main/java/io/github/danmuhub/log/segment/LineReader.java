package io.github.danmuhub.log.segment;

import io.github.danmuhub.event.json.EventReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of bytes in bounded memory: one longer than {@link #LIMIT} is passed over and flagged. One
 * thread.
 */
public final class LineReader implements Closeable {
  /** The longest line that is read, in bytes. */
  static final int LIMIT = EventReader.MAX_BYTES;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean whole;
  private boolean tooLong;
  private long offset;

  /** Reads from where {@code in} stands, and closes it with itself. */
  public LineReader(InputStream in) {
    this.in = in;
  }

  /** Goes on to the next line; false at the end of the input. */
  public boolean next() throws IOException {
    length = 0;
    whole = false;
    tooLong = false;
    while (!whole) {
      if (position == end && !fill()) {
        return length > 0 || tooLong;
      }
      take();
    }
    return true;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private void take() {
    int stop = position;
    while (stop < end && buffer[stop] != '\n') {
      stop++;
    }
    append(stop - position);
    whole = stop < end;
    int taken = stop - position + (whole ? 1 : 0);
    offset += taken;
    position += taken;
  }

  private void append(int count) {
    if (length + count > LIMIT) {
      tooLong = true;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
    }
    System.arraycopy(buffer, position, line, length, count);
    length += count;
  }

  /** Without its line feed. */
  public byte[] line() {
    return Arrays.copyOf(line, length);
  }

  /** Whether it ended with a line feed: a line that does not may still be being written. */
  public boolean isWhole() {
    return whole;
  }

  public boolean isTooLong() {
    return tooLong;
  }

  /** How many bytes were read up to the end of this line. */
  public long offset() {
    return offset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
