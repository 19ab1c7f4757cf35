package io.github.danmuhub.record;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.log.segment.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole recording, read for a test. */
record Readings(List<Numbered> numbered, ReadReport report) {
  static Readings of(Path fileOrDir) throws IOException {
    List<Numbered> events = new ArrayList<>();
    try (RecordingReader reader = Recording.open(fileOrDir).reader()) {
      for (Numbered event = reader.next(); event != null; event = reader.next()) {
        events.add(event);
      }
      return new Readings(events, reader.report());
    }
  }

  List<Long> seqs() {
    return numbered.stream().map(Numbered::seq).toList();
  }

  List<LiveEvent> events() {
    return numbered.stream().map(Numbered::event).toList();
  }
}
