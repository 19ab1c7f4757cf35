package io.github.danmuhub.log.segment;

import java.io.Closeable;
import java.io.IOException;

/** The segment that is written. One thread at a time. */
final class OpenSegment implements Closeable {
  private final Segment segment;
  private final SegmentFile file;
  private final FileIdentity identity;
  private final long since;
  private final Tally events = new Tally();
  private long size;
  private boolean unforced;

  private OpenSegment(Segment segment, SegmentFile file, FileIdentity identity, long since) {
    this.segment = segment;
    this.file = file;
    this.identity = identity;
    this.since = since;
  }

  /** Begins {@code segment}, at the time {@code since}. */
  static OpenSegment begin(Segment segment, long since, SegmentFile.Opener files)
      throws IOException {
    SegmentFile file = files.open(segment.path());
    return new OpenSegment(segment, file, FileIdentity.of(segment.path()), since);
  }

  void take(LineBuffer waiting) throws IOException {
    int before = waiting.size();
    unforced = true;
    try {
      waiting.writeTo(file, events);
    } finally {
      size += before - waiting.size();
    }
  }

  void force() throws IOException {
    if (unforced) {
      file.force();
      unforced = false;
    }
  }

  /** Whether it is where it was begun. */
  boolean isStill() {
    return identity.isStill();
  }

  Segment segment() {
    return segment;
  }

  /** What is in it. */
  Tally events() {
    return events;
  }

  /** When it was begun, epoch milliseconds. */
  long since() {
    return since;
  }

  /** In bytes. */
  long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
