package io.github.danmuhub.stats;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.index.RecordingIndex;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Who had never spoken in the room before, as far as the recording's index goes back. */
final class Newcomers {
  static final int UNKNOWN = -1;

  private Newcomers() {}

  static int count(EventSource source, RoomRef room, long from, Set<String> speakers)
      throws IOException {
    Optional<RecordingIndex> found = source.index();
    if (found.isEmpty()) {
      return UNKNOWN;
    }
    try (RecordingIndex index = found.get()) {
      int newcomers = 0;
      for (String speaker : speakers) {
        OptionalLong first = index.firstSpoke(room, speaker);
        newcomers += first.isPresent() && first.getAsLong() < from ? 0 : 1;
      }
      return newcomers;
    } catch (RecordingException broken) {
      return UNKNOWN;
    }
  }
}
