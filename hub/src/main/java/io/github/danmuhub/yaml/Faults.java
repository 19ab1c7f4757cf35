package io.github.danmuhub.yaml;

import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that is wrong in one file: a person mends more than one thing at a time. The first {@value
 * #MOST} are kept. One thread.
 */
public final class Faults {
  private static final int MOST = 100;
  private static final int LONGEST = 1_000;

  private final List<Fault> found = new ArrayList<>();

  public void add(Place place, Phrase words) {
    if (found.size() < MOST) {
      Phrase brief = words.shortened(LONGEST);
      found.add(new Fault(place, brief.mapped(text -> text.replaceAll("\\p{Cntrl}", " "))));
    }
  }

  /** In the order of the file. */
  public List<Fault> all() {
    return found.stream()
        .sorted(
            Comparator.comparingInt((Fault fault) -> fault.place().line())
                .thenComparingInt(fault -> fault.place().column()))
        .toList();
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }
}
