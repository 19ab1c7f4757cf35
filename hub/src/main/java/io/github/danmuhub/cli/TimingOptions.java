package io.github.danmuhub.cli;

import io.github.danmuhub.export.Timing;
import io.github.danmuhub.intake.filename.FileNameTime;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a recording, and where it stands in a video. */
final class TimingOptions {
  private static final Pattern CLOCK =
      Pattern.compile("(?:(?:(\\d{1,4}):)?(\\d{1,6}):)?(\\d{1,9}(?:\\.\\d{1,3})?)");
  private static final BigDecimal FURTHEST = BigDecimal.valueOf(1_000_000_000);

  @Option(
      names = "--offset",
      paramLabel = "SECONDS",
      description = "Show everything so much later; may be negative.")
  BigDecimal offset = BigDecimal.ZERO;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Begin there: 1:23:45 into it, or RFC 3339.")
  @Nullable String from;

  @Option(
      names = "--video-start",
      paramLabel = "TIME",
      description = "When the video began: RFC 3339, or the video's file name.")
  @Nullable String videoStart;

  /** Whether it is no name of a format, but a place in the recording. */
  static boolean isTime(String text) {
    return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  /**
   * @param to where the part ends; null: at the end
   * @param zone of times in file names
   */
  Timing timing(@Nullable String to, ZoneId zone) {
    if (offset.abs().compareTo(FURTHEST) > 0) {
      throw new UsageException(Phrase.of("usage.offset", offset));
    }
    return new Timing(
        videoStart == null ? 0 : videoStart(videoStart, zone),
        offset.movePointRight(3).longValue(),
        from == null ? null : position("--from", from),
        to == null ? null : position("--to", to));
  }

  private static long videoStart(String text, ZoneId zone) {
    try {
      return instant(text);
    } catch (DateTimeException e) {
      return FileNameTime.of(Path.of(text), zone)
          .orElseThrow(() -> new UsageException(Phrase.of("usage.video-start", text)));
    }
  }

  private static long instant(String text) {
    return OffsetDateTime.parse(text).toInstant().toEpochMilli();
  }

  private static Timing.Position position(String option, String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      long minutes = number(clock.group(1)) * 60 + number(clock.group(2));
      BigDecimal seconds = new BigDecimal(clock.group(3));
      return new Timing.Position(minutes * 60_000 + seconds.movePointRight(3).longValue(), false);
    }
    try {
      return new Timing.Position(instant(text), true);
    } catch (DateTimeException e) {
      throw new UsageException(Phrase.of("usage.position", option, text), e);
    }
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
