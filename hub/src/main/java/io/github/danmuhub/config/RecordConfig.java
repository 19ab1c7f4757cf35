package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.log.segment.Compression;

/**
 * The recorder beside the hub.
 *
 * @param dir where the recordings go
 * @param rotateMb a segment is closed at this size, in MiB
 * @param rotateMinutes a segment is closed at this age
 * @param compression how a closed segment is packed
 * @param frames whether the frames are captured too
 */
public record RecordConfig(
    String dir, Integer rotateMb, Integer rotateMinutes, Compression compression, Boolean frames) {
  private static final int MOST_MB = 1 << 20;
  private static final int YEAR = 366 * 24 * 60;

  public RecordConfig {
    dir = requireNonNullElse(dir, "recordings");
    rotateMb = Range.upTo(MOST_MB, "record.rotate_mb", requireNonNullElse(rotateMb, 64));
    rotateMinutes =
        Range.upTo(YEAR, "record.rotate_minutes", requireNonNullElse(rotateMinutes, 60));
    compression = requireNonNullElse(compression, Compression.ZSTD);
    frames = requireNonNullElse(frames, false);
  }
}
