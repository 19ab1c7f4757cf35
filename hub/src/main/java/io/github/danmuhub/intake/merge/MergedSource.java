package io.github.danmuhub.intake.merge;

import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.record.index.RecordingIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several sources as one; its path and its clock are the first one's. Any thread. */
public final class MergedSource implements EventSource {
  private final List<EventSource> sources;
  private @Nullable Survey survey;

  /** Of at least one. */
  public MergedSource(List<EventSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public Path path() {
    return sources.get(0).path();
  }

  @Override
  public boolean holds(Path file) throws IOException {
    for (EventSource source : sources) {
      if (source.holds(file)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<RecordingIndex> index() {
    return sources.get(0).index();
  }

  @Override
  public void prepare(Progress progress) throws IOException {
    survey(progress);
  }

  private synchronized Survey survey(Progress progress) throws IOException {
    Survey known = survey;
    if (known == null) {
      for (EventSource source : sources) {
        source.prepare(progress);
      }
      known = Survey.of(sources, progress);
      survey = known;
    }
    return known;
  }

  @Override
  public EventReading open(Selection selection) throws IOException {
    Survey known = survey(Progress.NONE);
    List<EventReading> readings = new ArrayList<>();
    try {
      for (EventSource source : sources) {
        readings.add(source.open(Selection.ALL));
      }
      return new MergedReading(readings, known);
    } catch (IOException e) {
      for (EventReading reading : readings) {
        reading.close();
      }
      throw e;
    }
  }
}
