package io.github.danmuhub.log.segment;

import java.io.IOException;
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
    try (OutputStream out = compression.pack(Files.newOutputStream(part))) {
      Files.copy(plain, out);
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
