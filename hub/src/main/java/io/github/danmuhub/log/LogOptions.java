package io.github.danmuhub.log;

import io.github.danmuhub.log.segment.Compression;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a log is kept on disk.
 *
 * @param dir the folder, made where it is absent
 * @param rotateBytes a segment that has grown to this many bytes is closed
 * @param rotateAfter a segment of this age is closed
 * @param compression of closed segments
 * @param flushEvery how long an event may wait before the operating system has it; what {@code kill
 *     -9} can cost
 * @param sync whether each flush also waits for the disk, so that a power cut costs no more either;
 *     closing a segment always does
 * @param keep so many events at least are kept, and one segment more at most; 0 = all
 */
public record LogOptions(
    Path dir,
    long rotateBytes,
    Duration rotateAfter,
    Compression compression,
    Duration flushEvery,
    boolean sync,
    long keep) {

  /** All of it: 64 MiB or an hour a segment, zstd, flushed twice a second. */
  public static LogOptions of(Path dir) {
    return new LogOptions(
        dir, 64L << 20, Duration.ofHours(1), Compression.ZSTD, Duration.ofMillis(500), false, 0);
  }

  /** The newest of it, so many events at least: 8 MiB a segment. */
  public static LogOptions newest(Path dir, long events) {
    return of(dir).withRotation(8L << 20, Duration.ofDays(1)).withKept(events);
  }

  /** The same; a segment that has grown to so many bytes or to such an age is closed. */
  public LogOptions withRotation(long bytes, Duration after) {
    return new LogOptions(dir, bytes, after, compression, flushEvery, sync, keep);
  }

  /** The same, with closed segments packed so. */
  public LogOptions withCompression(Compression other) {
    return new LogOptions(dir, rotateBytes, rotateAfter, other, flushEvery, sync, keep);
  }

  /** The same, flushed so often. */
  public LogOptions withFlush(Duration every) {
    return new LogOptions(dir, rotateBytes, rotateAfter, compression, every, sync, keep);
  }

  /** The same; {@code true} survives a power cut, and costs a wait at each flush. */
  public LogOptions withSync(boolean waitForDisk) {
    return new LogOptions(
        dir, rotateBytes, rotateAfter, compression, flushEvery, waitForDisk, keep);
  }

  /** The same; whole segments go, as long as so many events are left. */
  public LogOptions withKept(long events) {
    return new LogOptions(dir, rotateBytes, rotateAfter, compression, flushEvery, sync, events);
  }
}
