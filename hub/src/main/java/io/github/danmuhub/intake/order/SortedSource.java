package io.github.danmuhub.intake.order;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.record.Steps;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Another source in the order of its events' time. It is looked through once; where a {@link
 * Sorter} does not put it right, it is sorted by {@link Runs} on disk. Any thread.
 */
public final class SortedSource implements EventSource {
  private final EventSource source;
  private boolean surveyed;
  private @Nullable Runs runs;

  public SortedSource(EventSource source) {
    this.source = source;
  }

  @Override
  public Path path() {
    return source.path();
  }

  @Override
  public boolean holds(Path file) throws IOException {
    return source.holds(file);
  }

  @Override
  public synchronized void prepare(Progress progress) throws IOException {
    if (!surveyed) {
      source.prepare(progress);
      runs = isNearlyInOrder(progress) ? null : Runs.of(source, progress);
      surveyed = true;
    }
  }

  private boolean isNearlyInOrder(Progress progress) throws IOException {
    try (EventReading reading = sorting()) {
      Steps steps = new Steps(reading, progress);
      long latest = Long.MIN_VALUE;
      for (Numbered n = reading.next(); n != null; n = reading.next()) {
        long at = n.event().origin().received();
        if (at < latest) {
          return false;
        }
        latest = at;
        steps.step();
      }
      return true;
    }
  }

  private EventReading sorting() throws IOException {
    return new SortedReading(source.open(Selection.ALL));
  }

  @Override
  public EventReading open(Selection selection) throws IOException {
    prepare(Progress.NONE);
    Runs sorted = runs;
    return sorted == null ? sorting() : sorted.open();
  }
}
