package io.github.danmuhub.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One thing that can be said of subtitles, as {@code KEY=VALUE}: the table of all of them.
 *
 * @param name as people write it
 * @param value what may stand there
 * @param words what it is, for people
 */
public record AssKey(
    String name, String value, String words, BiConsumer<AssDraft, String> setting) {
  /** In the order in which the help lists them. */
  public static final List<AssKey> ALL =
      List.of(
          new AssKey("width", "PX", "of the picture", (d, v) -> d.width = integer(v)),
          new AssKey("height", "PX", "of the picture", (d, v) -> d.height = integer(v)),
          new AssKey("font", "NAME", "its family", (d, v) -> d.font = v),
          new AssKey(
              "size", "PX", "of the font, and a lane's height", (d, v) -> d.size = integer(v)),
          new AssKey("opacity", "0..1", "of all text", (d, v) -> d.opacity = decimal(v)),
          new AssKey(
              "area", "0..1", "the part of the height to use", (d, v) -> d.area = decimal(v)),
          new AssKey(
              "lanes", "N", "at most so many; 0: all that fit", (d, v) -> d.lanes = integer(v)),
          new AssKey("duration", "SECONDS", "across the picture", (d, v) -> d.scroll = decimal(v)),
          new AssKey("fixed", "SECONDS", "at the top and bottom", (d, v) -> d.fixed = decimal(v)),
          new AssKey(
              "boxes",
              "boxes|list|none",
              "super chats, members, gifts; list: the last two as a chat list",
              (d, v) -> d.boxes = AssStyle.Layout.of(v)),
          new AssKey(
              "sc-max",
              "SECONDS",
              "of super chats; 0: as long as pinned",
              (d, v) -> d.pinnedMax = integer(v)),
          new AssKey(
              "gift-min", "YUAN", "of a whole gift, to be shown", (d, v) -> d.giftMin = milli(v)),
          new AssKey("names", "yes|no", "who said it", (d, v) -> d.names = yes(v)),
          new AssKey("emotes", "yes|no", "such as [妙啊]", (d, v) -> d.emotes = yes(v)),
          new AssKey(
              "merge",
              "SECONDS",
              "equal messages within so long become one, ×12",
              (d, v) -> d.merge = decimal(v)),
          new AssKey(
              "block-words",
              "FILE",
              "what holds one of its lines is left out",
              (d, v) -> d.blockedWords = LineFile.read(v)),
          new AssKey(
              "block-users",
              "FILE",
              "by id or name, one a line",
              (d, v) -> d.blockedUsers = LineFile.read(v)));

  void set(AssDraft draft, String given) {
    try {
      setting.accept(draft, given);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=" + given + ": no number; it takes " + value);
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
      default -> throw new IllegalArgumentException(text + ": yes or no");
    };
  }
}
