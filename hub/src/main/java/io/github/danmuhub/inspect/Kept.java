package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a source holds, which is small. */
final class Kept implements CaptureSink {
  private final List<CaptureEntry> entries = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  @Override
  public void entry(CaptureEntry entry) {
    entries.add(entry);
  }

  @Override
  public void problem(String sentence) {
    problems.add(sentence);
  }

  Capture toCapture() {
    return new Capture(entries, problems);
  }
}
