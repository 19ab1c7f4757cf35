package io.github.danmuhub.record.copy;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.danmuhub.log.segment.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Appends to one copy, which it opens for as long as that takes. One thread. */
final class CopyWriter {
  private static final int MOST_OF_A_NAME = 1_000;

  /** Lines by which a file is known again. */
  private static final int COMPARED = 2;

  private final Path path;
  private long bytes;

  private CopyWriter(Path path, long bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Goes on behind what is known to be whole. */
  static CopyWriter goOn(Path dir, CopyMemory.Written file) {
    return new CopyWriter(dir.resolve(FileName.whole(FileName.clean(file.name()))), file.bytes());
  }

  /**
   * A new one, which begins with {@code text}. What begins with the same lines was left by a run
   * that was killed, and is written anew; another one of that name stays, and this one gets a
   * number.
   */
  static CopyWriter begin(Path path, byte[] text) throws IOException {
    for (int n = 1; n <= MOST_OF_A_NAME; n++) {
      Path free = n == 1 ? path : numbered(path, n);
      if (!Files.exists(free) || beginsLike(free, text)) {
        return new CopyWriter(free, 0);
      }
    }
    throw new IOException(path + " is there already, with all its numbers: move some away");
  }

  private static Path numbered(Path path, int n) {
    String name = String.valueOf(path.getFileName()).replace(CopyFile.ENDING, "");
    return path.resolveSibling(name + " (" + n + ")" + CopyFile.ENDING);
  }

  private static boolean beginsLike(Path file, byte[] text) throws IOException {
    RegularFile.check(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] found = in.readNBytes(lines(text));
      return Arrays.equals(found, 0, found.length, text, 0, found.length);
    }
  }

  /** What the room said of itself, and an event: the log may have lost what came after it. */
  private static int lines(byte[] text) {
    int lines = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' && ++lines == COMPARED) {
        return i + 1;
      }
    }
    return text.length;
  }

  /** As much of it as is known to be whole. */
  CopyMemory.Written written() {
    return new CopyMemory.Written(String.valueOf(path.getFileName()), bytes);
  }

  /** Cuts off what is not known to be whole, and writes behind the rest. */
  void append(byte[] text) throws IOException {
    RegularFile.check(path);
    try (FileChannel file = FileChannel.open(path, CREATE, WRITE)) {
      long end = Math.min(bytes, file.size()); // shorter where somebody removed some of it
      file.truncate(end).position(end);
      ByteBuffer left = ByteBuffer.wrap(text);
      while (left.hasRemaining()) {
        file.write(left);
      }
      bytes = end + text.length;
    }
  }
}
