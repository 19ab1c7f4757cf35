package io.github.danmuhub.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link Statistics} for people. */
final class StatisticsWords {
  private StatisticsWords() {}

  static List<String> of(Statistics figures) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "statistics: %d frames received, %d sent, %d bytes"
            .formatted(figures.received(), figures.sent(), figures.bytes()));
    add("  events: ", counts(figures.events()), lines);
    add("  unknown: ", counts(figures.unknown()), lines);
    if (figures.ratio() > 0) {
      lines.add("  packed: " + String.format(Locale.ROOT, "%.1f to 1", figures.ratio()));
    }
    if (figures.unrecognized() > 0) {
      lines.add("  no platform recognizes %d frames".formatted(figures.unrecognized()));
    }
    figures.gaps().forEach(gap -> lines.add("  " + gap));
    return lines;
  }

  private static void add(String front, String words, List<String> lines) {
    if (!words.isEmpty()) {
      lines.add(front + words);
    }
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }
}
