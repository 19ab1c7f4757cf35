package io.github.danmuhub.capture;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.platform.SimulationOptions.RecordedFrame;
import java.util.List;

/**
 * A capture in memory.
 *
 * @param entries in the order of time
 * @param problems what could not be read, a sentence each; the rest is in {@code entries}
 */
public record Capture(List<CaptureEntry> entries, List<String> problems) {

  public Capture {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  public Capture(List<CaptureEntry> entries) {
    this(entries, List.of());
  }

  public List<CaptureEntry.Message> messages() {
    return entries.stream()
        .filter(CaptureEntry.Message.class::isInstance)
        .map(CaptureEntry.Message.class::cast)
        .toList();
  }

  /** What the platform sent: what a simulator plays again. */
  public List<RecordedFrame> inbound() {
    return messages().stream()
        .filter(message -> message.direction() == Direction.RECEIVED)
        .map(message -> new RecordedFrame(message.time(), message.kind(), message.bytes()))
        .toList();
  }
}
