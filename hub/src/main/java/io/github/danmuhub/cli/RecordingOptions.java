package io.github.danmuhub.cli;

import io.github.danmuhub.intake.Intake;
import io.github.danmuhub.intake.IntakeSettings;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.record.index.Session;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which part of which recording: shared by what reads recordings. */
final class RecordingOptions {
  @Parameters(
      paramLabel = "RECORDING",
      arity = "0..*",
      description = "A folder of danmu record, JSONL, a recorder's XML; several are merged.")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--room", paramLabel = "ROOM", description = "This room only.")
  @Nullable String room;

  @Option(
      names = "--session",
      paramLabel = "N",
      description = "This broadcast only: 1 is the first, -1 the last.")
  @Nullable Integer session;

  @Option(
      names = "--writer",
      paramLabel = "NAME",
      description = "What wrote an XML file whose head does not say.")
  @Nullable String writer;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Of times in file names (default: this machine's).")
  ZoneId zone = ZoneId.systemDefault();

  EventSource open() throws IOException {
    return new Intake(new IntakeSettings(writer, zone, Platforms.all()))
        .open(paths.isEmpty() ? List.of(Path.of(".")) : paths);
  }

  /** The chosen broadcast; without {@code --session} all of the room, or of all rooms. */
  Selection selection(EventSource recording) throws IOException {
    RoomRef only = room == null ? null : Platforms.parse(room);
    return session == null
        ? Selection.ofRoom(only)
        : Selection.of(session(session, recording, only));
  }

  private static Session session(int session, EventSource recording, @Nullable RoomRef only)
      throws IOException {
    if (session == 0) {
      throw new UsageException(Phrase.of("usage.session-zero"));
    }
    List<Session> all =
        recording.sessions().stream().filter(s -> only == null || s.room().equals(only)).toList();
    int index = session > 0 ? session - 1 : all.size() + session;
    if (index < 0 || index >= all.size()) {
      throw new CommandFailure(
          Phrase.of("usage.session", session, Phrase.count(all.size(), "broadcast")));
    }
    return all.get(index);
  }
}
