package io.github.danmuhub.record;

import io.github.danmuhub.log.segment.Compression;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How to record.
 *
 * @param dir the folder, made where it is absent
 * @param rotateBytes a segment that has grown to this many bytes is closed
 * @param rotateAfter a segment of this age is closed
 * @param compression of closed segments
 * @param flushEvery how long an event may wait before the operating system has it; what {@code kill
 *     -9} can cost
 * @param sync whether each flush also waits for the disk, so that a power cut costs no more either;
 *     closing a segment always does
 */
public record RecorderOptions(
    Path dir,
    long rotateBytes,
    Duration rotateAfter,
    Compression compression,
    Duration flushEvery,
    boolean sync) {

  /** 64 MiB or an hour a segment, zstd, flushed twice a second, with index. */
  public static RecorderOptions of(Path dir) {
    return new RecorderOptions(
        dir, 64L << 20, Duration.ofHours(1), Compression.ZSTD, Duration.ofMillis(500), false);
  }

  /** The same; a segment that has grown to so many bytes or to such an age is closed. */
  public RecorderOptions withRotation(long bytes, Duration after) {
    return new RecorderOptions(dir, bytes, after, compression, flushEvery, sync);
  }

  /** The same, with closed segments packed so. */
  public RecorderOptions withCompression(Compression other) {
    return new RecorderOptions(dir, rotateBytes, rotateAfter, other, flushEvery, sync);
  }

  /** The same; {@code true} survives a power cut, and costs a wait at each flush. */
  public RecorderOptions withSync(boolean waitForDisk) {
    return new RecorderOptions(dir, rotateBytes, rotateAfter, compression, flushEvery, waitForDisk);
  }
}
