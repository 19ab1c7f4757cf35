package io.github.danmuhub.log.segment;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the frames of a zstd file begin: found by going from block header to block header, without
 * unpacking any (RFC 8878, 3.1.1).
 *
 * <pre>
 * frame: magic u32 · descriptor u8 · window u8? · dictionary 0-4 · content size 0-8 · blocks · checksum u32?
 * block: u24 = last (bit 0) · type (bits 1-2) · size (the rest) · its bytes, of type 1 only one
 * </pre>
 */
final class ZstdFrames {
  private static final int MAGIC = 0xfd2fb528;
  private static final int SKIPPABLE = 0x184d2a50;
  private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZE_BYTES = {0, 2, 4, 8};
  private static final int RUN = 1;

  private final FileChannel file;
  private final ByteBuffer word = ByteBuffer.allocate(Integer.BYTES).order(LITTLE_ENDIAN);

  private ZstdFrames(FileChannel file) {
    this.file = file;
  }

  /** The offsets at which they begin, and the end of the last one that is whole. */
  static long[] of(FileChannel file) throws IOException {
    ZstdFrames frames = new ZstdFrames(file);
    List<Long> bounds = new ArrayList<>(List.of(0L));
    long at = 0;
    while (at < file.size()) {
      try {
        at = frames.endOf(at);
      } catch (EOFException cut) {
        at = file.size(); // as far as it goes
      }
      bounds.add(at);
    }
    return bounds.stream().mapToLong(Long::longValue).toArray();
  }

  private long endOf(long frame) throws IOException {
    int magic = u32(frame, Integer.BYTES);
    if ((magic & ~0xf) == SKIPPABLE) {
      return frame + 8 + Integer.toUnsignedLong(u32(frame + 4, Integer.BYTES));
    }
    if (magic != MAGIC) {
      throw new EOFException("no frame");
    }
    int descriptor = u32(frame + 4, 1);
    long at = frame + 5 + headerBytes(descriptor);
    int block;
    do {
      block = u32(at, 3);
      int type = block >> 1 & 3;
      at += 3 + (type == RUN ? 1 : block >>> 3);
    } while ((block & 1) == 0);
    return at + ((descriptor & 4) == 0 ? 0 : Integer.BYTES);
  }

  /** What follows the descriptor, up to the first block. */
  private static int headerBytes(int descriptor) {
    boolean single = (descriptor & 0x20) != 0;
    int contentSize = CONTENT_SIZE_BYTES[descriptor >> 6];
    int smallest = single && contentSize == 0 ? 1 : contentSize;
    return (single ? 0 : 1) + DICTIONARY_BYTES[descriptor & 3] + smallest;
  }

  private int u32(long at, int bytes) throws IOException {
    word.putInt(0, 0).position(0).limit(bytes);
    while (word.hasRemaining()) {
      if (file.read(word, at + word.position()) < 0) {
        throw new EOFException("the file ends within a frame");
      }
    }
    word.limit(Integer.BYTES);
    return word.getInt(0);
  }
}
