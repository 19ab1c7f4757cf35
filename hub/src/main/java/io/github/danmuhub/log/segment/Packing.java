package io.github.danmuhub.log.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Packs a closed segment; until the packed file is on the disk, the plain one stays. */
public final class Packing {
  private Packing() {}

  /** Replaces the plain file by a packed one; if that fails, the plain one is untouched. */
  public static void pack(Segment segment, Compression compression) throws IOException {
    Path packed = segment.packedBy(compression);
    Path part = packed.resolveSibling(packed.getFileName() + Segment.UNFINISHED);
    RegularFile.check(part);
    try {
      write(segment.path(), part, compression);
      Files.move(part, packed, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(segment.path());
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(Path plain, Path part, Compression compression) throws IOException {
    try (InputStream in = Files.newInputStream(plain);
        OutputStream out = compression.pack(Files.newOutputStream(part))) {
      byte[] text = in.readNBytes(Chunks.BYTES);
      while (text.length > 0) {
        write(text, out);
        text = in.readNBytes(Chunks.BYTES);
      }
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** A part ends with its last line, so that reading may begin behind it. */
  private static void write(byte[] text, OutputStream out) throws IOException {
    int end = text.length;
    while (end > 0 && text[end - 1] != '\n') {
      end--;
    }
    out.write(text, 0, end);
    if (end > 0) {
      out.flush();
    }
    out.write(text, end, text.length - end);
  }
}
