package io.github.danmuhub.log.segment;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.github.danmuhub.event.json.EnumWords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How a closed segment is packed. */
public enum Compression {
  NONE("", ""),
  ZSTD(".zst", "28b52ffd"),
  GZIP(".gz", "1f8b");

  private static final int BUFFER = 1 << 16;

  private final String suffix;
  private final String magic;

  Compression(String suffix, String magic) {
    this.suffix = suffix;
    this.magic = magic;
  }

  /** As people write it. */
  @Override
  public String toString() {
    return EnumWords.word(this);
  }

  /** What is added to the file's name. */
  public String suffix() {
    return suffix;
  }

  /**
   * What is written to the answer arrives packed in {@code out}; closing it ends the packing.
   * Flushing it makes what was written before readable by itself, where the packing knows that.
   */
  public OutputStream pack(OutputStream out) throws IOException {
    if (this == ZSTD) {
      return new ZstdOutputStreamNoFinalizer(out).setChecksum(true).setCloseFrameOnFlush(true);
    }
    return this == GZIP ? new GZIPOutputStream(out, BUFFER) : out;
  }

  /** Unpacks {@code in} by its first bytes, whatever the file is called. */
  public static InputStream unpack(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(8);
    byte[] head = buffered.readNBytes(4);
    buffered.reset();
    return switch (of(head)) {
      case ZSTD -> new ZstdInputStreamNoFinalizer(buffered);
      case GZIP -> new GZIPInputStream(buffered, BUFFER);
      case NONE -> buffered;
    };
  }

  /** What a file that begins so is packed by. */
  static Compression of(byte[] head) {
    if (ZSTD.matches(head)) {
      return ZSTD;
    }
    return GZIP.matches(head) ? GZIP : NONE;
  }

  private boolean matches(byte[] head) {
    return HexFormat.of().formatHex(head).startsWith(magic);
  }
}
