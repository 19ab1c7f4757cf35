package io.github.danmuhub.record.frames;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

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

  private final LongFunction<Path> names;
  private final long rotateAfterMs;
  private final Opener opener;
  private CaptureEntry.@Nullable Open socket;
  private @Nullable Path path;
  private @Nullable CaptureWriter writer;
  private long since;

  /**
   * @param names what a file that is begun at a time is called
   */
  FrameFile(LongFunction<Path> names, long rotateAfterMs, Opener opener) {
    this.names = names;
    this.rotateAfterMs = rotateAfterMs;
    this.opener = opener;
  }

  /** Hands all to the operating system; when that fails, nobody knows how much it took. */
  void write(List<CaptureEntry> entries, long now) throws IOException {
    CaptureEntry.Open before = socket;
    entries.forEach(this::remember);
    try {
      rotate(now);
      List<CaptureEntry> lines = new ArrayList<>();
      CaptureWriter open = writer;
      if (open == null) {
        open = open(now);
        if (before != null && !(entries.get(0) instanceof CaptureEntry.Open)) {
          lines.add(before);
        }
      }
      lines.addAll(entries);
      open.write(lines);
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
    return fresh;
  }

  private void rotate(long now) throws IOException {
    Path file = path;
    if (file != null && writer != null && isFull(file, now)) {
      close();
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

  @Override
  public void close() throws IOException {
    CaptureWriter open = writer;
    writer = null;
    if (open != null) {
      open.close();
    }
  }
}
