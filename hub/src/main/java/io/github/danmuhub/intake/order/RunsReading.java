package io.github.danmuhub.intake.order;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.EventReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorted runs as one; numbered anew. One thread. */
final class RunsReading implements EventReading {
  private final List<Run> all = new ArrayList<>();
  private final PriorityQueue<Run> runs =
      new PriorityQueue<>(Comparator.comparing(Run::first, Sorter.ORDER));
  private final ReadReport report;
  private final long bytes;
  private long bytesRead;
  private long count;

  RunsReading(List<Path> files, ReadReport report) throws IOException {
    this.report = report;
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
      Run run = new Run(Files.newBufferedReader(file));
      all.add(run);
      if (run.step()) {
        runs.add(run);
      }
    }
    this.bytes = size;
  }

  /** One file, and the event at which it stands. */
  private final class Run {
    private final BufferedReader lines;
    private @Nullable Numbered first;

    Run(BufferedReader lines) {
      this.lines = lines;
    }

    Numbered first() {
      if (first == null) {
        throw new IllegalStateException("the run is over");
      }
      return first;
    }

    boolean step() throws IOException {
      String line = lines.readLine();
      try {
        first = line == null ? null : EventReader.read(line);
        bytesRead += line == null ? 0 : line.length();
      } catch (BadEventException e) {
        throw new IOException("a sorted run was changed: " + e.getMessage(), e);
      }
      return first != null;
    }
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    Run run = runs.poll();
    if (run == null) {
      return null;
    }
    Numbered first = run.first();
    if (run.step()) {
      runs.add(run);
    }
    return new Numbered(++count, first.event());
  }

  @Override
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public ReadReport report() {
    return report;
  }

  @Override
  public void close() throws IOException {
    for (Run run : all) {
      run.lines.close();
    }
  }
}
