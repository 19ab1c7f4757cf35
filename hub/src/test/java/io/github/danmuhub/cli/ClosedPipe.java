package io.github.danmuhub.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A pipe whose reader goes after the first line, as {@code head -1} does. */
final class ClosedPipe extends OutputStream {
  private boolean closed;

  @Override
  public void write(int b) throws IOException {
    if (closed) {
      throw new IOException("Broken pipe");
    }
    closed = b == '\n';
  }
}
