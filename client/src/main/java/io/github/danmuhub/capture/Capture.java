package io.github.danmuhub.capture;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.platform.FrameKind;
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
  private static final int ANSWERED = 200;

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

  /** The frames, in order; answered polls stand among them as {@link FrameKind#POLLED}. */
  public List<Message> messages() {
    return entries.stream().map(Capture::message).flatMap(Optional::stream).toList();
  }

  /** The frame that an entry is; a polled answer is one too. */
  public static Optional<Message> message(CaptureEntry entry) {
    if (entry instanceof Http http && http.status() == ANSWERED && http.body().size() > 0) {
      return Optional.of(
          new Message(
              http.connection(), http.time(), Direction.RECEIVED, FrameKind.POLLED, http.body()));
    }
    return entry instanceof Message message ? Optional.of(message) : Optional.empty();
  }

  /** What the platform sent: what a simulator plays again. */
  public List<RecordedFrame> inbound() {
    return messages().stream()
        .filter(message -> message.direction() == Direction.RECEIVED)
        .map(message -> new RecordedFrame(message.time(), message.kind(), message.bytes()))
        .toList();
  }
}
