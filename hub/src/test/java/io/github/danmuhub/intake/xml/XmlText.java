package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.intake.Intake;
import io.github.danmuhub.intake.IntakeSettings;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file's text → what is read of it.
 *
 * @param events without those of the head
 */
record XmlText(List<LiveEvent> head, List<LiveEvent> events, ReadReport report) {

  static XmlText read(Path dir, String xml) throws IOException {
    return at(Files.writeString(dir.resolve("chat.xml"), xml), null);
  }

  static XmlText at(Path file, @Nullable String writer) throws IOException {
    Intake intake = new Intake(new IntakeSettings(writer, ZoneOffset.UTC, List.of()));
    List<LiveEvent> head = new ArrayList<>();
    List<LiveEvent> events = new ArrayList<>();
    try (EventReading reading = intake.open(file).open(Selection.ALL)) {
      for (Numbered n = reading.next(); n != null; n = reading.next()) {
        boolean ofHead = n.event() instanceof Room || n.event() instanceof Broadcast;
        (ofHead ? head : events).add(n.event());
      }
      return new XmlText(head, events, reading.report());
    }
  }

  <T extends LiveEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
