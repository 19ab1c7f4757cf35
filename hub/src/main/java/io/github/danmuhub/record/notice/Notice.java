package io.github.danmuhub.record.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.record.copy.CopyFile;
import io.github.danmuhub.record.copy.RoomFacts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a webhook is told.
 *
 * @param at when, epoch milliseconds
 * @param broadcast the number of its first event in the log; 0 where there is none
 * @param file of a copy; null where it is about a broadcast
 */
record Notice(Kind kind, long at, RoomFacts room, long broadcast, @Nullable CopyFile file) {
  /** What happened. */
  enum Kind {
    BROADCAST_STARTED,
    BROADCAST_ENDED,
    FILE_OPENED,
    FILE_CLOSED
  }

  /** The same for the same thing in every run, so that a receiver knows a repetition. */
  UUID id(String part) {
    String name = file == null ? "" : file.name();
    return uuid(part + " " + kind + " " + at + " " + name);
  }

  /** The same for all that belongs to one broadcast. */
  UUID session() {
    return uuid("session");
  }

  private UUID uuid(String what) {
    return UUID.nameUUIDFromBytes((room.room() + " " + broadcast + " " + what).getBytes(UTF_8));
  }
}
