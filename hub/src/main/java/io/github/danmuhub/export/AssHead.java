package io.github.danmuhub.export;

/** What stands before the first line of an ASS file. */
final class AssHead {
  private static final String HEAD =
      """
      [Script Info]
      ; made by danmu-hub
      Title: TITLE
      ScriptType: v4.00+
      PlayResX: WIDTH
      PlayResY: HEIGHT
      Collisions: Normal
      WrapStyle: 2
      ScaledBorderAndShadow: yes

      [V4+ Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, \
      Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, \
      Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
      Style: R2L,FONT,SIZE,LOOK,8,0,0,0,1
      Style: TOP,FONT,SIZE,LOOK,8,0,0,0,1
      Style: BTM,FONT,SIZE,LOOK,8,0,0,0,1
      Style: BOX,FONT,SMALL,LOOK,7,0,0,0,1

      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      """;
  private static final String LOOK =
      "&HALPHAFFFFFF,&HALPHAFFFFFF,&HALPHA000000,&HALPHA000000," + "0,0,0,0,100,100,0,0,1,1,0";

  private AssHead() {}

  static String of(String title, AssStyle style) {
    return HEAD.replace("LOOK", LOOK)
        .replace("ALPHA", "%02X".formatted(Math.round(255 * (1 - style.lettering().opacity()))))
        .replace("SIZE", Integer.toString(style.size()))
        .replace("SMALL", Integer.toString(style.boxSize()))
        .replace("WIDTH", Integer.toString(style.width()))
        .replace("HEIGHT", Integer.toString(style.height()))
        .replace("FONT", style.lettering().font())
        .replace("TITLE", CleanText.line(title)); // last: it is not ours
  }
}
