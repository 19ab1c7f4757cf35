package io.github.danmuhub.intake.message;

import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.OfflineRoom;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import java.nio.ByteBuffer;
import java.util.List;

/** A room heard again: recorded frames, in the order of their times, become events. One thread. */
final class Hearing {
  private final HeardOnce heard;
  private final OfflineRoom room;

  Hearing(Platform platform, RoomRef room) {
    heard = new HeardOnce(Settings.none(platform.id()));
    this.room = new OfflineRoom(platform, room, heard);
  }

  /** What a frame of the time {@code at}, epoch milliseconds, tells; and what was due by then. */
  List<LiveEvent> frame(FrameKind kind, ByteBuffer frame, long at) {
    room.frame(kind, frame, at);
    return room.takeEvents();
  }

  /** What a captured answer tells, likewise. */
  List<LiveEvent> answer(Http http) {
    room.answer(http.call(), http.reply(), http.time());
    return room.takeEvents();
  }

  /** How many messages could not be read. */
  long malformed() {
    return heard.malformed();
  }

  /** What was still held back. */
  List<LiveEvent> end() {
    room.end();
    return room.takeEvents();
  }
}
