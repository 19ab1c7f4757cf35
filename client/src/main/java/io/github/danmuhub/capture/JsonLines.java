package io.github.danmuhub.capture;

import io.github.danmuhub.wire.MalformedException;

/**
 * Our own captures: one entry a line. A line that cannot be read is reported with its number, the
 * rest is read: a crash may have cut one anywhere, since captures are appended to.
 */
final class JsonLines {
  private final byte[] content;
  private final Entries entries = new Entries();

  private JsonLines(byte[] content) {
    this.content = content;
  }

  static Capture read(byte[] content) throws MalformedException {
    JsonLines lines = new JsonLines(content);
    lines.readAll();
    return lines.entries.toCapture();
  }

  private void readAll() {
    int number = 0;
    for (int start = 0; start < content.length; ) {
      int end = endOfLine(start);
      readLine(++number, start, end);
      start = end + 1;
    }
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return end;
  }

  private void readLine(int number, int start, int end) {
    if (isBlank(start, end)) {
      return;
    }
    try {
      entries.add(CaptureLine.read(LineFields.parse(content, start, end - start)));
    } catch (MalformedException e) {
      String cut = end == content.length ? ", cut off at the end of the file" : "";
      entries.problem("line " + number + cut + ": " + e.why());
    }
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(content[i])) {
        return false;
      }
    }
    return true;
  }
}
