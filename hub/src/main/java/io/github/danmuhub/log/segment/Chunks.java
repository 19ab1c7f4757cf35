package io.github.danmuhub.log.segment;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * Where reading may begin in a segment, so that its middle is found without reading what is before:
 * parts of about {@value #BYTES} bytes, each of whole lines; a file of another's packing is one
 * part. As the file was when it was looked at. Any thread.
 *
 * @param file as it is packed
 * @param bounds where each begins in the file, and where the last one ends
 * @param packed whether each is unpacked by itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Chunks(Path file, long[] bounds, boolean packed) {
  /** Of text, before it is packed. */
  static final int BYTES = 1 << 20;

  /** Of a segment that was plain or packed when it was listed; it may have been packed since. */
  public static Chunks of(Segment segment) throws IOException {
    Path path = segment.present();
    try (FileChannel file = FileChannel.open(path, READ)) {
      ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
      file.read(head, 0);
      return switch (Compression.of(head.array())) {
        case ZSTD -> new Chunks(path, ZstdFrames.of(file), true);
        case GZIP -> new Chunks(path, new long[] {0, file.size()}, true);
        case NONE -> new Chunks(path, plain(file.size()), false);
      };
    }
  }

  private static long[] plain(long size) {
    long parts = Math.max(1, (size + BYTES - 1) / BYTES);
    return LongStream.rangeClosed(0, parts).map(i -> Math.min(size, i * BYTES)).toArray();
  }

  public int count() {
    return bounds.length - 1;
  }

  /** The lines of one of them. */
  public InputStream open(int chunk) throws IOException {
    FileChannel channel = FileChannel.open(file, READ);
    try {
      return packed
          ? Compression.unpack(new SectionStream(channel, bounds[chunk], bounds[chunk + 1]))
          : new SectionStream(channel, line(channel, chunk), line(channel, chunk + 1));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The first line that begins at or after the bound. */
  private long line(FileChannel channel, int bound) throws IOException {
    boolean outer = bound == 0 || bound == count();
    if (outer) {
      return bounds[bound];
    }
    long at = bounds[bound] - 1;
    LineReader lines = new LineReader(new SectionStream(channel, at, Long.MAX_VALUE));
    lines.next(); // not closed: the channel is read on
    return at + lines.offset();
  }
}
