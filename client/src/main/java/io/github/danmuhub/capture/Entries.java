package io.github.danmuhub.capture;

import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a capture holds, and in words what in it could not be read. */
final class Entries implements CaptureSink {
  private static final int MAX_PROBLEMS = 100;

  private final List<CaptureEntry> entries = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int unsaid;

  @Override
  public void entry(CaptureEntry entry) {
    entries.add(entry);
  }

  /** In the order of time; what happened at the same time stays as it was. */
  void sort() {
    entries.sort(Comparator.comparingLong(CaptureEntry::time));
  }

  @Override
  public void problem(String sentence) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(sentence);
    } else {
      unsaid++;
    }
  }

  /**
   * What was collected.
   *
   * @throws MalformedException if there is nothing but problems
   */
  Capture toCapture() throws MalformedException {
    if (entries.isEmpty()) {
      throw new MalformedException(
          problems.isEmpty() ? "the capture holds no frames" : problems.get(0));
    }
    if (unsaid > 0) {
      problems.add("and " + unsaid + " problems more");
    }
    return new Capture(entries, problems);
  }
}
