package io.github.danmuhub.cli;

import io.github.danmuhub.export.AssStyle;
import picocli.CommandLine.Option;

/** How ASS subtitles look. */
final class AssOptions {
  private static final AssStyle BASE = AssStyle.DEFAULTS;

  @Option(
      names = "--width",
      paramLabel = "PX",
      description = "ASS: of the picture (default ${DEFAULT-VALUE}).")
  int width = BASE.width();

  @Option(
      names = "--height",
      paramLabel = "PX",
      description = "ASS: of the picture (default ${DEFAULT-VALUE}).")
  int height = BASE.height();

  @Option(
      names = "--font",
      paramLabel = "NAME",
      description = "ASS: the font's family (default ${DEFAULT-VALUE}).")
  String font = BASE.font();

  @Option(
      names = "--font-size",
      paramLabel = "PX",
      description = "ASS: height of a lane (default ${DEFAULT-VALUE}).")
  int size = BASE.size();

  @Option(
      names = "--area",
      paramLabel = "0..1",
      description = "ASS: part of the height to use (default ${DEFAULT-VALUE}).")
  double area = BASE.area();

  @Option(
      names = "--lanes",
      paramLabel = "N",
      description = "ASS: at most so many; 0 = all (default ${DEFAULT-VALUE}).")
  int lanes = BASE.lanes();

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "ASS: across the picture (default ${DEFAULT-VALUE}).")
  double duration = BASE.scrollSeconds();

  @Option(
      names = "--opacity",
      paramLabel = "0..1",
      description = "ASS: of all text (default ${DEFAULT-VALUE}).")
  double opacity = BASE.opacity();

  @Option(names = "--no-boxes", description = "ASS: without super chats and gifts.")
  boolean noBoxes;

  @Option(
      names = "--sc-max",
      paramLabel = "SECONDS",
      description = "ASS: of super chats; 0 = as long as pinned (default ${DEFAULT-VALUE}).")
  int pinnedMax = BASE.pinnedMaxSeconds();

  AssStyle style() {
    return new AssStyle(
        width,
        height,
        font,
        size,
        area,
        lanes,
        duration,
        BASE.fixedSeconds(),
        opacity,
        !noBoxes,
        pinnedMax,
        BASE.giftMinMilli());
  }
}
