package io.github.danmuhub.record;

import io.github.danmuhub.log.segment.SegmentFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A disk with so many bytes of room, which fails as a full one does: in the middle of a write. */
final class ShortDisk implements SegmentFile.Opener {
  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  void setRoom(long bytes) {
    room.set(bytes);
  }

  @Override
  public SegmentFile open(Path path) throws IOException {
    if (room.get() == 0) {
      throw full();
    }
    SegmentFile file = SegmentFile.open(path);
    return new SegmentFile() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        int fits = (int) Math.min(room.get(), bytes.remaining());
        if (fits == 0) {
          throw full();
        }
        file.write(bytes.slice(bytes.position(), fits));
        bytes.position(bytes.position() + fits);
        room.addAndGet(-fits);
      }

      @Override
      public void force() throws IOException {
        file.force();
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  private static IOException full() {
    return new IOException("No space left on device");
  }
}
