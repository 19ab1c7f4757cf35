package io.github.danmuhub.intake.filename;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a recording began, by its file's name: that of BililiveRecorder, blrec, biliLive-tools,
 * biliup, DouyinLiveRecorder, bililive-go, OBS, or ours.
 */
public final class FileNameTime {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String DATE = "(20\\d{2})-?(\\d{2})-?(\\d{2})";
  private static final String TIME = "(\\d{2})[-_]?(\\d{2})[-_]?(\\d{2})(?:-(\\d{3})(?!\\d))?";

  /** The table, first the most particular; no zone where it is that of the recorder's machine. */
  private static final List<Form> FORMS =
      List.of(
          new Form("录制-\\d+-" + DATE + "-" + TIME, SHANGHAI),
          new Form(DATE + "T" + TIME + "Z", ZoneOffset.UTC),
          new Form("(?<!\\d)" + DATE + "[-_ T]" + TIME + "(?!\\d)", null));

  private record Form(Pattern pattern, @Nullable ZoneId zone) {
    Form(String pattern, @Nullable ZoneId zone) {
      this(Pattern.compile(pattern), zone);
    }
  }

  private FileNameTime() {}

  /**
   * Epoch milliseconds.
   *
   * @param zone of the recorder's machine, where its names do not say
   */
  public static OptionalLong of(Path file, ZoneId zone) {
    String name = String.valueOf(file.getFileName());
    for (Form form : FORMS) {
      Matcher time = form.pattern.matcher(name);
      if (time.find()) {
        return read(time, Objects.requireNonNullElse(form.zone, zone));
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong read(Matcher time, ZoneId zone) {
    int[] fields = new int[7];
    for (int i = 0; i < fields.length; i++) {
      String digits = time.group(i + 1);
      fields[i] = digits == null ? 0 : Integer.parseInt(digits);
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              fields[0],
              fields[1],
              fields[2],
              fields[3],
              fields[4],
              fields[5],
              fields[6] * 1_000_000);
      return OptionalLong.of(local.atZone(zone).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty(); // no date after all
    }
  }
}
