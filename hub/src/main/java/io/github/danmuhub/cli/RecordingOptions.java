package io.github.danmuhub.cli;

import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which part of which recording: shared by what reads recordings. */
final class RecordingOptions {
  @Parameters(paramLabel = "RECORDING", description = "A folder of danmu record, or a JSONL file.")
  Path path = Path.of(".");

  @Option(names = "--room", paramLabel = "ROOM", description = "This room only.")
  @Nullable String room;

  @Option(
      names = "--session",
      paramLabel = "N",
      description = "This broadcast only: 1 is the first, -1 the last.")
  int session;

  Recording open() throws IOException {
    return Recording.open(path);
  }

  @Nullable RoomRef roomRef() {
    return room == null ? null : Platforms.parse(room);
  }

  /** The chosen broadcast; empty without {@code --session}. */
  Optional<Session> session(Recording recording) throws IOException {
    if (session == 0) {
      return Optional.empty();
    }
    RoomRef only = roomRef();
    List<Session> all =
        recording.sessions().stream().filter(s -> only == null || s.room().equals(only)).toList();
    int index = session > 0 ? session - 1 : all.size() + session;
    if (index < 0 || index >= all.size()) {
      throw new CommandFailure(
          "--session %d: the recording holds %s"
              .formatted(session, Counted.of(all.size(), "broadcast")));
    }
    return Optional.of(all.get(index));
  }
}
