package io.github.danmuhub.intake;

import io.github.danmuhub.platform.Platform;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an input does not say itself.
 *
 * @param writer which program wrote an XML file; null: its head tells
 * @param zone of the times in file names, where the recorder does not say it
 * @param platforms whose messages and frames are understood; where there are none, files of them
 *     are no recordings
 */
public record IntakeSettings(@Nullable String writer, ZoneId zone, List<Platform> platforms) {
  public static final IntakeSettings DEFAULTS =
      new IntakeSettings(null, ZoneId.systemDefault(), List.of());

  /** Copies the platforms. */
  public IntakeSettings {
    platforms = List.copyOf(platforms);
  }
}
