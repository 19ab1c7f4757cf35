package io.github.danmuhub.record.frames;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureWriter;
import io.github.danmuhub.log.segment.FileIdentity;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The capture of one room: one file after the other, each of which can be read alone, since it
 * begins with the socket that is open. One thread.
 */
final class FrameFile implements Closeable {
  /** {@code danmu inspect} reads files of twice this size. */
  static final long ROTATE_BYTES = 32 << 20;

  /** How a capture is opened. */
  interface Opener {
    CaptureWriter open(Path file) throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(FrameFile.class);

  private final LongFunction<Path> names;
  private final long rotateAfterMs;
  private final Opener opener;
  private CaptureEntry.@Nullable Open socket;
  private @Nullable Path path;
  private @Nullable CaptureWriter writer;
  private @Nullable FileIdentity identity;
  private long since;
  private long entries;
  private @Nullable Path before;
  private long entriesBefore;

  /**
   * @param names what a file that is begun at a time is called
   */
  FrameFile(LongFunction<Path> names, long rotateAfterMs, Opener opener) {
    this.names = names;
    this.rotateAfterMs = rotateAfterMs;
    this.opener = opener;
  }

  /** Whether what was written to the file is where it was written. */
  boolean isStill() {
    return identity == null || identity.isStill();
  }

  /**
   * After somebody removed the file: the next write begins a new one.
   *
   * @return how many entries went with it, those of the files before it too where the one before is
   *     gone as well
   */
  long forget() {
    boolean all = before != null && Files.notExists(before);
    long lost = entries + (all ? entriesBefore : 0);
    entriesBefore = all ? 0 : entriesBefore;
    entries = 0;
    path = null;
    identity = null;
    letGo();
    return lost;
  }

  /** Hands all to the operating system; when that fails, nobody knows how much it took. */
  void write(List<CaptureEntry> batch, long now) throws IOException {
    CaptureEntry.Open open = socket;
    batch.forEach(this::remember);
    try {
      rotate(now);
      List<CaptureEntry> lines = new ArrayList<>();
      CaptureWriter file = writer;
      if (file == null) {
        file = open(now);
        if (open != null && !(batch.get(0) instanceof CaptureEntry.Open)) {
          lines.add(open);
        }
      }
      lines.addAll(batch);
      file.write(lines);
      entries += batch.size();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private CaptureWriter open(long now) throws IOException {
    Path file = path;
    if (file == null) {
      file = names.apply(now);
      path = file;
      since = now;
    }
    CaptureWriter fresh = opener.open(file);
    writer = fresh;
    identity = FileIdentity.of(file);
    return fresh;
  }

  private void rotate(long now) throws IOException {
    Path file = path;
    if (file != null && writer != null && isFull(file, now)) {
      close();
      before = file;
      entriesBefore += entries;
      entries = 0;
      path = null;
    }
  }

  private boolean isFull(Path file, long now) throws IOException {
    return Math.abs(now - since) >= rotateAfterMs || Files.size(file) >= ROTATE_BYTES;
  }

  private void remember(CaptureEntry entry) {
    if (entry instanceof CaptureEntry.Open open) {
      socket = open;
    } else if (entry instanceof CaptureEntry.Close) {
      socket = null;
    }
  }

  private void letGo() {
    try {
      close();
    } catch (IOException e) {
      LOG.warn("a capture that was removed cannot be closed: {}", e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    CaptureWriter open = writer;
    writer = null;
    if (open != null) {
      open.close();
    }
  }
}
