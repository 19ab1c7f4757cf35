package io.github.danmuhub.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads scrolling lines back from a file and looks for two that touch; knows nothing of lanes. */
final class AssLines {
  private static final double TOUCH = 0.01;
  private static final Pattern SCROLL =
      Pattern.compile(
          "Dialogue: 0,(\\d+):(\\d\\d):(\\d\\d\\.\\d\\d),(\\d+):(\\d\\d):(\\d\\d\\.\\d\\d),R2L,,"
              + "0000,0000,0000,,\\{\\\\move\\((\\d+),(\\d+),(-\\d+),(\\d+)\\)[^}]*\\}(.*)");

  /** From the right edge to beyond the left; {@code x} is the middle, as style R2L says. */
  record Line(double start, double end, int x1, int x2, int y, String text) {
    double half() {
      return -x2;
    }

    double middle(double time) {
      return x1 + (x2 - x1) * (time - start) / (end - start);
    }
  }

  private AssLines() {}

  static List<Line> scrolling(String ass) {
    List<Line> lines = new ArrayList<>();
    ass.lines().map(SCROLL::matcher).filter(Matcher::matches).forEach(m -> lines.add(line(m)));
    return lines;
  }

  private static Line line(Matcher m) {
    return new Line(
        seconds(m, 1),
        seconds(m, 4),
        Integer.parseInt(m.group(7)),
        Integer.parseInt(m.group(9)),
        Integer.parseInt(m.group(8)),
        m.group(11));
  }

  private static double seconds(Matcher m, int group) {
    return Integer.parseInt(m.group(group)) * 3600
        + Integer.parseInt(m.group(group + 1)) * 60
        + Double.parseDouble(m.group(group + 2));
  }

  /** Pairs that touch at some time; the distance of two changes evenly, so its ends decide. */
  static int collisions(List<Line> lines, int height) {
    int found = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line a = lines.get(i);
      for (int j = i + 1; j < lines.size() && lines.get(j).start() < a.end(); j++) {
        Line b = lines.get(j);
        if (Math.abs(a.y() - b.y()) < height && touch(a, b)) {
          found++;
        }
      }
    }
    return found;
  }

  private static boolean touch(Line a, Line b) {
    double apart = a.half() + b.half() - TOUCH;
    double from = Math.max(a.start(), b.start());
    double to = Math.min(a.end(), b.end());
    return b.middle(from) - a.middle(from) < apart || b.middle(to) - a.middle(to) < apart;
  }
}
