package io.github.danmuhub.capture;

import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Reads a capture whatever its format, which is known by the content: our JSONL; HAR as Chrome,
 * Playwright and mitmproxy write it; bare frames ({@code .bin}). JSONL and HAR may be compressed
 * with gzip or zlib ({@code .har.gz}, {@code .zhar}).
 */
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
    try (InputStream in = Files.newInputStream(file)) {
      return read(bounded(in));
    }
  }

  /** Reads a capture that is already in memory; {@code bytes} must not change afterwards. */
  public static Capture read(byte[] bytes) throws MalformedException {
    byte[] content = inflated(bytes);
    if (content.length == 0) {
      throw new MalformedException("the capture is empty");
    }
    if (!looksLikeJson(content)) {
      return BareFrames.read(content);
    }
    return HarReader.recognizes(content) ? HarReader.read(content) : JsonLines.read(content);
  }

  /** Whether it is JSONL or HAR; else it is read as bare frames. */
  public static boolean looksLikeJson(byte[] content) {
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

  private static byte[] inflated(byte[] bytes) throws MalformedException {
    try {
      if (startsWith(bytes, 0x1f, 0x8b)) {
        return bounded(new GZIPInputStream(new ByteArrayInputStream(bytes)));
      }
      if (startsWith(bytes, 0x78, 0x9c) || startsWith(bytes, 0x78, 0xda)) {
        return bounded(new InflaterInputStream(new ByteArrayInputStream(bytes)));
      }
      return bytes;
    } catch (IOException e) {
      throw new MalformedException("the compressed capture is broken: " + e.getMessage());
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static byte[] bounded(InputStream in) throws IOException, MalformedException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new MalformedException("the capture is larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    return bytes;
  }
}
