package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code --fault KIND[:N|:always]}, as a person writes it. */
public final class FaultWords {
  private final Map<Fault, Integer> strikes = new EnumMap<>(Fault.class);
  private long dropAfterMs;

  private FaultWords() {}

  /**
   * Reads all that were given; each strikes once unless it says otherwise.
   *
   * @param words such as {@code hang}, {@code duplicate:3}, {@code reset:always}, {@code
   *     drop-after=5}
   * @throws IllegalArgumentException in words, if one is not understood
   */
  public static PendingFaults parse(List<String> words) {
    FaultWords faults = new FaultWords();
    words.forEach(faults::add);
    return new PendingFaults(faults.strikes, faults.dropAfterMs);
  }

  private void add(String word) {
    int colon = word.indexOf(':');
    String kind = colon < 0 ? word : word.substring(0, colon);
    int times = colon < 0 ? 1 : times(word, word.substring(colon + 1));
    int equals = kind.indexOf('=');
    Fault fault = fault(equals < 0 ? kind : kind.substring(0, equals));
    if ((fault == Fault.DROP_AFTER) != (equals >= 0)) {
      throw new IllegalArgumentException(
          fault == Fault.DROP_AFTER
              ? "--fault drop-after needs its seconds: drop-after=5"
              : "--fault " + fault.word() + " takes no value: only drop-after=S does");
    }
    if (equals >= 0) {
      dropAfterMs = millis(word, kind.substring(equals + 1));
    }
    strikes.put(fault, times);
  }

  private static Fault fault(String kind) {
    return Arrays.stream(Fault.values())
        .filter(fault -> fault.word().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--fault '%s' is unknown; choose from %s".formatted(kind, allWords())));
  }

  private static int times(String word, String times) {
    if (times.equals("always")) {
      return PendingFaults.ALWAYS;
    }
    if (!times.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          "--fault %s: after the colon goes a number of times, or 'always'".formatted(word));
    }
    return Integer.parseInt(times);
  }

  private static long millis(String word, String seconds) {
    if (!seconds.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
      throw new IllegalArgumentException(
          "--fault %s: after the '=' go seconds, such as 5 or 0.5".formatted(word));
    }
    return Math.round(Double.parseDouble(seconds) * 1000);
  }

  private static String allWords() {
    return Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "));
  }
}
