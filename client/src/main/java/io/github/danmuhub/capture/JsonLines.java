package io.github.danmuhub.capture;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Our own captures: one entry a line. A line that cannot be read is reported with its number, the
 * rest is read: a crash may have cut one anywhere, since captures are appended to.
 */
final class JsonLines {
  /** Base64 of the largest body, and what stands around it. */
  private static final int LONGEST = Bounds.HTTP_BODY / 3 * 4 + (1 << 16);

  private static final int END = -1;

  private final InputStream in;
  private final CaptureSink sink;

  private JsonLines(InputStream in, CaptureSink sink) {
    this.in = in;
    this.sink = sink;
  }

  static void read(Content content, CaptureSink sink) throws IOException {
    try (InputStream in = content.open()) {
      new JsonLines(in, sink).readAll();
    }
  }

  private void readAll() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    byte[] chunk = new byte[1 << 16];
    for (int n = in.read(chunk); n != END; n = in.read(chunk)) {
      int from = 0;
      for (int at = 0; at < n; at++) {
        if (chunk[at] == '\n') {
          keep(line, chunk, from, at);
          readLine(number++, line, "");
          from = at + 1;
        }
      }
      keep(line, chunk, from, n);
    }
    readLine(number, line, ", cut off at the end of the file");
  }

  /** Of a line that is too long, enough to see that it is. */
  private static void keep(ByteArrayOutputStream line, byte[] chunk, int from, int to) {
    line.write(chunk, from, Math.min(to - from, LONGEST + 1 - line.size()));
  }

  private void readLine(int number, ByteArrayOutputStream line, String cut) {
    byte[] content = line.toByteArray();
    line.reset();
    if (isBlank(content)) {
      return;
    }
    try {
      if (content.length > LONGEST) {
        throw new MalformedException("longer than " + (LONGEST >> 20) + " MiB");
      }
      sink.entry(CaptureLine.read(LineFields.parse(content, 0, content.length)));
    } catch (MalformedException e) {
      sink.problem("line " + number + cut + ": " + e.why());
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (!Character.isWhitespace(b)) {
        return false;
      }
    }
    return true;
  }
}
