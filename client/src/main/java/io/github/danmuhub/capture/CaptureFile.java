package io.github.danmuhub.capture;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.wire.MalformedException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * A capture whatever its format, which is known by the content: our JSONL; HAR as Chrome,
 * Playwright and mitmproxy write it; mitmproxy's flows; pcap and pcapng; bare frames ({@code
 * .bin}). All but bare frames may be compressed with gzip or zlib. It is read as a stream: a file
 * may be larger than the memory.
 */
public final class CaptureFile implements CaptureSource {
  private final Content content;
  private final CaptureFormat format;

  private CaptureFile(Content content, CaptureFormat format) {
    this.content = content;
    this.format = format;
  }

  /**
   * A file, of any size.
   *
   * @throws MalformedException in words, if it is empty or its packing is broken
   */
  public static CaptureFile of(Path file) throws IOException, MalformedException {
    return of(new Content(file, Raw.NOTHING, Long.MAX_VALUE));
  }

  /** Bytes in memory, which must not change afterwards. */
  public static CaptureFile of(byte[] bytes) throws MalformedException {
    try {
      return of(new Content(null, Raw.bytes(bytes), CaptureReader.MAX_BYTES));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  static CaptureFile of(Content content) throws IOException, MalformedException {
    try {
      byte[] head = content.head();
      if (head.length == 0) {
        throw new MalformedException("the capture is empty");
      }
      CaptureFormat format =
          Arrays.stream(CaptureFormat.values())
              .filter(one -> one.begins(head, content))
              .findFirst()
              .orElse(CaptureFormat.BARE);
      return new CaptureFile(content, format);
    } catch (ZipException e) {
      throw broken(e);
    }
  }

  private static MalformedException broken(IOException why) {
    String words = String.valueOf(why.getMessage());
    return new MalformedException(
        words.startsWith("the capture ") ? words : "the compressed capture is broken: " + words);
  }

  @Override
  public String what() {
    return format.words();
  }

  /** Whether what stands in it may be something else than frames of a known format. */
  public boolean isBare() {
    return format == CaptureFormat.BARE;
  }

  /** Whether its entries are not in the order of time. */
  boolean isUnsorted() {
    return format == CaptureFormat.HAR;
  }

  @Override
  public void read(CaptureSink sink) throws IOException, MalformedException {
    try {
      format.read(content, sink);
    } catch (ZipException | EOFException e) {
      throw broken(e);
    }
  }
}
