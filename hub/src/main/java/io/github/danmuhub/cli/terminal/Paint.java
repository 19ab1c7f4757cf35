package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.event.Chat;

/** ANSI colours, or none. */
public final class Paint {
  private static final int WHITE = 0xffffff;

  private final boolean colours;

  /** Without {@code colours} every text stays as it is. */
  public Paint(boolean colours) {
    this.colours = colours;
  }

  /** For what is beside the point. */
  public String dim(String text) {
    return sgr("2", text);
  }

  String bold(String text) {
    return sgr("1", text);
  }

  /** For what failed. */
  public String red(String text) {
    return sgr("31", text);
  }

  /** For what works. */
  public String green(String text) {
    return sgr("32", text);
  }

  /** For money. */
  public String gold(String text) {
    return sgr("33", text);
  }

  String cyan(String text) {
    return sgr("36", text);
  }

  /** The colour that the viewer chose; white stays the terminal's own. */
  String rgb(int color, String text) {
    if (color == Chat.NO_COLOR || color == WHITE) {
      return text;
    }
    return sgr("38;2;%d;%d;%d".formatted(color >> 16 & 255, color >> 8 & 255, color & 255), text);
  }

  private String sgr(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
