package io.github.danmuhub.export;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One thing that can be said of subtitles, as {@code KEY=VALUE}: the table of all of them.
 *
 * @param name as people write it
 * @param value what may stand there
 */
public record AssKey(String name, String value, BiConsumer<AssDraft, String> setting) {
  /** In the order in which the help lists them. */
  public static final List<AssKey> ALL =
      List.of(
          new AssKey("width", "PX", (d, v) -> d.width = integer(v)),
          new AssKey("height", "PX", (d, v) -> d.height = integer(v)),
          new AssKey("font", "NAME", (d, v) -> d.font = v),
          new AssKey("size", "PX", (d, v) -> d.size = integer(v)),
          new AssKey("opacity", "0..1", (d, v) -> d.opacity = decimal(v)),
          new AssKey("area", "0..1", (d, v) -> d.area = decimal(v)),
          new AssKey("lanes", "N", (d, v) -> d.lanes = integer(v)),
          new AssKey("duration", "SECONDS", (d, v) -> d.scroll = decimal(v)),
          new AssKey("fixed", "SECONDS", (d, v) -> d.fixed = decimal(v)),
          new AssKey("boxes", "boxes|list|none", (d, v) -> d.boxes = AssStyle.Layout.of(v)),
          new AssKey("sc-max", "SECONDS", (d, v) -> d.pinnedMax = integer(v)),
          new AssKey("gift-min", "YUAN", (d, v) -> d.giftMin = milli(v)),
          new AssKey("names", "yes|no", (d, v) -> d.names = yes(v)),
          new AssKey("emotes", "yes|no", (d, v) -> d.emotes = yes(v)),
          new AssKey("merge", "SECONDS", (d, v) -> d.merge = decimal(v)),
          new AssKey("block-words", "FILE", (d, v) -> d.blockedWords = LineFile.read(v)),
          new AssKey("block-users", "FILE", (d, v) -> d.blockedUsers = LineFile.read(v)));

  /** What it is. */
  public Phrase words() {
    return Phrase.of("ass.of." + name);
  }

  void set(AssDraft draft, String given) {
    try {
      setting.accept(draft, given);
    } catch (NumberFormatException e) {
      throw new UsageException(Phrase.of("ass.number", name, given, value));
    }
  }

  private static int integer(String text) {
    return Integer.parseInt(text);
  }

  private static double decimal(String text) {
    return Double.parseDouble(text);
  }

  private static long milli(String yuan) {
    BigDecimal milli = new BigDecimal(yuan).movePointRight(3);
    if (milli.signum() < 0 || milli.precision() - milli.scale() > 15) {
      throw new NumberFormatException(yuan);
    }
    return milli.longValue();
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new UsageException(Phrase.of("ass.yes", text));
    };
  }
}
