package io.github.danmuhub.capture;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a whole capture of any format ({@link CaptureFile}) into memory. */
public final class CaptureReader {
  /** The largest capture, in bytes, after inflating. */
  public static final int MAX_BYTES = 256 << 20;

  private static final int BYTE_ORDER_MARK = 3;

  private CaptureReader() {}

  /**
   * Reads a whole file.
   *
   * @throws MalformedException in words, if nothing in it can be read; if only parts cannot, they
   *     are among the {@link Capture#problems}
   */
  public static Capture read(Path file) throws IOException, MalformedException {
    return read(CaptureFile.of(new Content(file, Raw.NOTHING, MAX_BYTES)));
  }

  /** Reads a capture that is already in memory; {@code bytes} must not change afterwards. */
  public static Capture read(byte[] bytes) throws MalformedException {
    try {
      return read(CaptureFile.of(bytes));
    } catch (IOException e) {
      throw new MalformedException("the capture cannot be read: " + e.getMessage());
    }
  }

  private static Capture read(CaptureFile file) throws IOException, MalformedException {
    Entries entries = new Entries();
    file.read(entries);
    if (file.isUnsorted()) {
      entries.sort();
    }
    return entries.toCapture();
  }

  /** Whether it may be JSONL or HAR. */
  static boolean looksLikeJson(byte[] content) {
    int at = startsWithMark(content) ? BYTE_ORDER_MARK : 0;
    while (at < content.length && Character.isWhitespace(content[at])) {
      at++;
    }
    return at < content.length && content[at] == '{';
  }

  private static boolean startsWithMark(byte[] content) {
    return content.length >= BYTE_ORDER_MARK
        && (content[0] & 0xff) == 0xef
        && (content[1] & 0xff) == 0xbb
        && (content[2] & 0xff) == 0xbf;
  }
}
