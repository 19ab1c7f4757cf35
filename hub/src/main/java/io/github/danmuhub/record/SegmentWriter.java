package io.github.danmuhub.record;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** The open segment: appends lines. One thread at a time. */
final class SegmentWriter {
  private static final int BUFFER = 1 << 16;

  private final Segment segment;
  private final long openedAt;
  private final FileChannel channel;
  private final OutputStream out;
  private long size;
  private boolean dirty;

  private SegmentWriter(Segment segment, long openedAt, FileChannel channel) throws IOException {
    this.segment = segment;
    this.openedAt = openedAt;
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    this.size = channel.size();
  }

  static SegmentWriter open(Segment segment, long now) throws IOException {
    return new SegmentWriter(segment, now, FileChannel.open(segment.path(), CREATE, WRITE, APPEND));
  }

  Segment segment() {
    return segment;
  }

  long size() {
    return size;
  }

  long openedAt() {
    return openedAt;
  }

  void writeLine(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
    size += line.length + 1L;
    dirty = true;
  }

  /** Hands everything to the operating system, and to the disk where {@code sync}. */
  void flush(boolean sync) throws IOException {
    if (!dirty) {
      return;
    }
    out.flush();
    dirty = false;
    if (sync) {
      channel.force(false);
    }
  }

  void close() throws IOException {
    try (channel) {
      flush(true);
    }
  }

  /** Lets go of the file without trying to write again. */
  void abandon() {
    try {
      channel.close();
    } catch (IOException e) {
      dirty = false; // nothing more can be done for it
    }
  }
}
