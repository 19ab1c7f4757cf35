package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorder beside the hub.
 *
 * @param dir where the recordings go
 * @param rotateMb a segment is closed at this size, in MiB
 * @param rotateMinutes a segment is closed at this age
 * @param compression how a closed segment is packed
 * @param frames whether the frames are captured too
 * @param split where copies are split: broadcast, title, none; empty and with no name and no types:
 *     there are none
 * @param name how copies are called; null: the standard
 * @param only types of events in copies; empty: all
 * @param webhook where broadcasts are announced; null: nowhere
 */
public record RecordConfig(
    String dir,
    Integer rotateMb,
    Integer rotateMinutes,
    Compression compression,
    Boolean frames,
    List<String> split,
    @Nullable String name,
    List<String> only,
    @Nullable RecordWebhookConfig webhook) {
  private static final int MOST_MB = 1 << 20;
  private static final int YEAR = 366 * 24 * 60;

  public RecordConfig {
    dir = requireNonNullElse(dir, "recordings");
    rotateMb = Range.upTo(MOST_MB, "record.rotate_mb", requireNonNullElse(rotateMb, 64));
    rotateMinutes =
        Range.upTo(YEAR, "record.rotate_minutes", requireNonNullElse(rotateMinutes, 60));
    compression = requireNonNullElse(compression, Compression.ZSTD);
    frames = requireNonNullElse(frames, false);
    name = name == null || name.isBlank() ? null : name; // a key without a value
    split = List.copyOf(requireNonNullElse(split, List.of()));
    only = List.copyOf(requireNonNullElse(only, List.of()));
    boolean copies = !split.isEmpty() || name != null || !only.isEmpty();
    if (webhook != null && webhook.files() && !copies) {
      throw new BadValueException("record.webhook.files", Phrase.of("config.webhook-files"));
    }
  }
}
