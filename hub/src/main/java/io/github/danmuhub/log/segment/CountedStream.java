package io.github.danmuhub.log.segment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are taken from a file, packed as they are: how far a reading has come. */
public final class CountedStream extends FilterInputStream {
  private long count;

  public CountedStream(InputStream in) {
    super(in);
  }

  /** How many so far. */
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count += Math.max(0, read);
    return read;
  }
}
