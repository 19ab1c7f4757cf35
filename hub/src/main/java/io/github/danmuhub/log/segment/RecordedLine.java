package io.github.danmuhub.log.segment;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.text.Phrase;
import org.jspecify.annotations.Nullable;

/** One line of a recording, as it stands in its file. Immutable. */
final class RecordedLine {
  private static final byte[] NOTHING = {};

  private final Segment segment;
  private final long number;
  private final byte[] text;
  private final @Nullable BadLine bad;

  /** The {@code number}-th line of {@code segment}, counted from 1; {@code text} is not copied. */
  RecordedLine(Segment segment, long number, byte[] text) {
    this(segment, number, text, null);
  }

  private RecordedLine(Segment segment, long number, byte[] text, @Nullable BadLine bad) {
    this.segment = segment;
    this.number = number;
    this.text = text;
    this.bad = bad;
  }

  /** One that cannot be read, whatever it says. */
  static RecordedLine bad(Segment segment, long number, BadLine why) {
    return new RecordedLine(segment, number, NOTHING, why);
  }

  /** Its length in bytes. */
  int size() {
    return text.length;
  }

  /**
   * What a line says.
   *
   * @param event null if it cannot be read
   * @param bad why not; null if it can
   */
  record Reading(RecordedLine line, @Nullable Numbered event, @Nullable BadLine bad) {}

  Reading read() {
    if (bad != null) {
      return new Reading(this, null, bad);
    }
    try {
      return new Reading(this, EventReader.read(text), null);
    } catch (BadEventException e) {
      return new Reading(this, null, BadLine.of(text));
    }
  }

  Segment segment() {
    return segment;
  }

  /** For people. */
  Phrase place() {
    return ReadReport.place(segment.path().getFileName(), number);
  }

  /** For people. */
  String file() {
    return String.valueOf(segment.path().getFileName());
  }
}
