package io.github.danmuhub.inspect;

import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link Statistics} for people. */
final class StatisticsWords {
  private StatisticsWords() {}

  static List<Phrase> of(Statistics figures) {
    List<Phrase> lines = new ArrayList<>();
    lines.add(Phrase.NONE);
    lines.add(Phrase.of("inspect.statistics", figures.received(), figures.sent(), figures.bytes()));
    add("inspect.events", counts(figures.events()), lines);
    add("inspect.unknown", counts(figures.unknown()), lines);
    if (figures.ratio() > 0) {
      lines.add(Phrase.of("inspect.packed", String.format(Locale.ROOT, "%.1f", figures.ratio())));
    }
    if (figures.unrecognized() > 0) {
      lines.add(Phrase.of("inspect.unrecognized", figures.unrecognized()));
    }
    figures.gaps().forEach(gap -> lines.add(Phrase.of("inspect.silent", Phrase.library(gap))));
    return lines;
  }

  private static void add(String key, String words, List<Phrase> lines) {
    if (!words.isEmpty()) {
      lines.add(Phrase.of(key, words));
    }
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }
}
