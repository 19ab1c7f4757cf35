package io.github.danmuhub.intake;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an input does not say itself.
 *
 * @param writer which program wrote an XML file; null: its head tells
 * @param zone of the times in file names, where the recorder does not say it
 */
public record IntakeSettings(@Nullable String writer, ZoneId zone) {
  public static final IntakeSettings DEFAULTS = new IntakeSettings(null, ZoneId.systemDefault());
}
