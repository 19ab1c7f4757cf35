package io.github.danmuhub.log.segment;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Where a segment's bytes go. */
public interface SegmentFile extends Closeable {

  /** How a segment's file is opened. */
  interface Opener {
    /** Opens or creates a file, to write at its end. */
    SegmentFile open(Path file) throws IOException;
  }

  /** Takes what it can; what it did not take remains in {@code bytes}, also when it throws. */
  void write(ByteBuffer bytes) throws IOException;

  /** Waits until the disk has what was written. */
  void force() throws IOException;

  /** A file of the operating system's. */
  static SegmentFile open(Path file) throws IOException {
    RegularFile.check(file);
    FileChannel channel = FileChannel.open(file, CREATE, WRITE, APPEND);
    return new SegmentFile() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
      }

      @Override
      public void force() throws IOException {
        channel.force(false);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
