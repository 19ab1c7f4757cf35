package io.github.danmuhub.capture;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.RecordedAnswer;
import io.github.danmuhub.platform.RecordedFrame;
import java.util.List;
import java.util.Optional;

/**
 * A capture in memory.
 *
 * @param entries in the order of time
 * @param problems what could not be read, a sentence each; the rest is in {@code entries}
 */
public record Capture(List<CaptureEntry> entries, List<String> problems) implements CaptureSource {
  public Capture {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  public Capture(List<CaptureEntry> entries) {
    this(entries, List.of());
  }

  @Override
  public String what() {
    return "capture";
  }

  @Override
  public void read(CaptureSink sink) {
    entries.forEach(sink::entry);
    problems.forEach(sink::problem);
  }

  /** The frames of sockets, in order. */
  public List<Message> messages() {
    return entries.stream().filter(Message.class::isInstance).map(Message.class::cast).toList();
  }

  /** The frames, and good answers among them, in order. */
  public List<Traffic> traffic() {
    return entries.stream().map(Capture::traffic).flatMap(Optional::stream).toList();
  }

  /** The frame or the good answer that an entry is. */
  public static Optional<Traffic> traffic(CaptureEntry entry) {
    boolean bad = entry instanceof Http http && !http.isGood();
    return entry instanceof Traffic traffic && !bad ? Optional.of(traffic) : Optional.empty();
  }

  /** What the platform said: what a simulator plays again. */
  public List<Recorded> inbound() {
    return traffic().stream()
        .filter(traffic -> traffic.direction() == Direction.RECEIVED)
        .map(Capture::recorded)
        .toList();
  }

  private static Recorded recorded(Traffic traffic) {
    return traffic instanceof Http http
        ? new RecordedAnswer(http.time(), http.asked(), http.body())
        : new RecordedFrame(traffic.time(), ((Message) traffic).kind(), traffic.bytes());
  }
}
