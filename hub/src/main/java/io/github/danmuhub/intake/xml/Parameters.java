package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Chat.Mode;
import io.github.danmuhub.wire.MalformedException;

/**
 * The attribute {@code p} of a {@code d}: {@code time,mode,size,color,sent,pool,user,id…}.
 *
 * @param at since the start of the file, milliseconds
 * @param mode 1 to 3 and 6 move, 4 stands below, 5 above, 7 is placed by a list in the text
 * @param sent in the writer's unit; 0 where it is not told
 * @param user an id, or its hash; 0 where it is not told
 * @param id of the message; 0 where it is not told
 */
record Parameters(long at, int mode, int color, long sent, String user, String id) {
  private static final int SHORTEST = 4;
  private static final int SCRIPT = 8;
  private static final int RGB = 0xffffff;

  static Parameters of(XmlItem d) throws MalformedException {
    String[] fields = d.attribute("p", "").split(",", -1);
    if (fields.length < SHORTEST) {
      throw new MalformedException("p has too few fields");
    }
    int mode = (int) number(fields[1]);
    if (mode < 1 || mode >= SCRIPT) {
      throw new MalformedException("p has a mode that shows no text");
    }
    return new Parameters(
        d.time("p", fields[0]),
        mode,
        (int) number(fields[3]) & RGB,
        fields.length > 4 ? number(fields[4]) : 0,
        fields.length > 6 ? fields[6] : "0",
        fields.length > 7 ? fields[7] : "0");
  }

  private static long number(String field) throws MalformedException {
    try {
      return Long.parseLong(field.strip());
    } catch (NumberFormatException e) {
      throw new MalformedException("p has a field that is no number");
    }
  }

  /** Where a player draws it. */
  Mode place() {
    return switch (mode) {
      case 4 -> Mode.BOTTOM;
      case 5 -> Mode.TOP;
      default -> Mode.SCROLL;
    };
  }

  /** Writers say white where no colour was chosen. */
  int shownColor() {
    return color == RGB ? Chat.NO_COLOR : color;
  }
}
