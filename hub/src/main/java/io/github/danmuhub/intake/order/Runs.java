package io.github.danmuhub.intake.order;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSize;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.record.Steps;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A source as sorted runs in files of the system's temporary folder, of up to {@value #EVENTS}
 * events or {@value #BYTES} bytes of them each. The files go with the program.
 */
final class Runs {
  private static final int EVENTS = 50_000;
  private static final long BYTES = 24 << 20;

  private final List<Path> files = new ArrayList<>();
  private final List<Numbered> run = new ArrayList<>();
  private long runBytes;
  private ReadReport report = ReadReport.NOTHING;

  private Runs() {}

  static Runs of(EventSource source, Progress progress) throws IOException {
    Runs runs = new Runs();
    try (EventReading reading = source.open(Selection.ALL)) {
      Steps steps = new Steps(reading, progress);
      for (Numbered n = reading.next(); n != null; n = reading.next()) {
        runs.add(n);
        steps.step();
      }
      runs.report = reading.report();
    }
    runs.write();
    return runs;
  }

  private void add(Numbered event) throws IOException {
    run.add(event);
    runBytes += EventSize.of(event.event());
    if (run.size() >= EVENTS || runBytes >= BYTES) {
      write();
    }
  }

  private void write() throws IOException {
    if (run.isEmpty()) {
      return;
    }
    run.sort(Sorter.ORDER);
    Path file = Files.createTempFile("danmu-run", ".jsonl");
    file.toFile().deleteOnExit();
    files.add(file);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (Numbered event : run) {
        out.write(EventWriter.write(event));
        out.write('\n');
      }
    }
    run.clear();
    runBytes = 0;
  }

  EventReading open() throws IOException {
    return new RunsReading(files, report);
  }
}
