package io.github.danmuhub.intake.merge;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.intake.order.Moved;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.EventReading;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * All inputs at once, in order of time. {@value #WINDOW_MS} ms of them wait, since the platform's
 * clock may tell another order than the recorders'; of more than {@value #MOST} events the first
 * goes early. One thread.
 */
final class MergedReading implements EventReading {
  private static final long WINDOW_MS = 10_000;
  private static final int MOST = 20_000;

  private final List<Input> inputs = new ArrayList<>();
  private final Survey survey;
  private final Union union;
  private final Deque<Gap> gaps;
  private final PriorityQueue<Placed> placed =
      new PriorityQueue<>(
          Comparator.comparingLong((Placed p) -> p.event.origin().received())
              .thenComparingLong(Placed::number));
  private long number;
  private long events;

  private record Placed(int input, long number, LiveEvent event) {}

  /** One of them, and its next event by the first one's clock. */
  private static final class Input {
    private final int index;
    private final EventReading reading;
    private final long offset;
    private @Nullable LiveEvent next;
    private long at;

    Input(int index, EventReading reading, long offset) throws IOException {
      this.index = index;
      this.reading = reading;
      this.offset = offset;
      step();
    }

    /** When that is received; never earlier than the one before. */
    private long at() {
      return at;
    }

    private void step() throws IOException {
      Numbered read = reading.next();
      next = read == null ? null : read.event();
      at = next == null ? Long.MAX_VALUE : Math.max(at, next.origin().received() - offset);
    }
  }

  MergedReading(List<EventReading> readings, Survey survey) throws IOException {
    this.survey = survey;
    this.union = new Union(readings.size(), survey.coverage());
    this.gaps = new ArrayDeque<>(survey.gaps());
    for (int i = 0; i < readings.size(); i++) {
      inputs.add(new Input(i, readings.get(i), survey.offset(i)));
    }
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    for (Placed first = take(); first != null; first = take()) {
      LiveEvent fresh =
          first.event instanceof Gap ? first.event : union.add(first.input, first.event);
      if (fresh != null) {
        return new Numbered(++events, fresh);
      }
    }
    return null;
  }

  private @Nullable Placed take() throws IOException {
    Input earliest = earliest();
    while (earliest.next != null && !isDue(earliest.at())) {
      place(earliest, earliest.next);
      earliest.step();
      earliest = earliest();
    }
    Gap gap = gaps.peek();
    Placed first = placed.peek();
    if (gap != null && (first == null || gap.to() <= first.event.origin().received())) {
      return new Placed(0, 0, gaps.remove());
    }
    return placed.poll();
  }

  private Input earliest() {
    Input earliest = inputs.get(0);
    for (Input input : inputs) {
      earliest = input.at() < earliest.at() ? input : earliest;
    }
    return earliest;
  }

  private boolean isDue(long now) {
    Placed first = placed.peek();
    return first != null
        && (placed.size() >= MOST || first.event.origin().received() < now - WINDOW_MS);
  }

  /** The gaps of one input are not those of all. */
  private void place(Input input, LiveEvent event) {
    if (!(event instanceof Gap)) {
      long heard = event.origin().received() - input.offset;
      placed.add(new Placed(input.index, ++number, Moved.to(place(event.origin(), heard), event)));
    }
  }

  /**
   * When the first input would have heard it: by the platform's clock where that tells, which often
   * knows the second alone, else when this one did.
   */
  private long place(Origin origin, long heard) {
    if (origin.time() == 0 || origin.history()) {
      return heard;
    }
    long first = origin.time() + survey.lag();
    long last = origin.time() % 1_000 == 0 ? first + 999 : first;
    long at = Math.min(Math.max(heard, first), last);
    return Math.abs(at - heard) < WINDOW_MS ? at : heard;
  }

  @Override
  public long bytesRead() {
    return inputs.stream().mapToLong(input -> input.reading.bytesRead()).sum();
  }

  @Override
  public long bytes() {
    return inputs.stream().mapToLong(input -> input.reading.bytes()).sum();
  }

  @Override
  public ReadReport report() {
    return inputs.stream()
        .map(input -> input.reading.report())
        .reduce(ReadReport.NOTHING, ReadReport::plus);
  }

  @Override
  public void close() throws IOException {
    for (Input input : inputs) {
      input.reading.close();
    }
  }
}
