package io.github.danmuhub.intake.message;

import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;

/** A room heard again: recorded frames, in the order of their times, become events. One thread. */
final class Hearing {
  /** By then whatever a session waits for, such as the end of a combo, is due. */
  private static final long PATIENCE_MS = 60_000;

  private final RecordedTimeContext context;
  private final RoomSession session;
  private long latest;

  Hearing(Platform platform, RoomRef room) {
    context = new RecordedTimeContext(Settings.none(platform.id()));
    session = platform.open(room, context);
  }

  /** What a frame of the time {@code at}, epoch milliseconds, tells; and what was due by then. */
  List<LiveEvent> frame(FrameKind kind, ByteBuffer frame, long at) {
    wakeUntil(at);
    session.onFrame(kind, frame);
    return context.takeEvents();
  }

  /** What a captured answer tells, likewise. */
  List<LiveEvent> answer(Http http) {
    wakeUntil(http.time());
    session.onPolled(
        HttpCall.get(http.asked(), Headers.NONE),
        new HttpReply(http.status(), Headers.NONE, http.body()));
    return context.takeEvents();
  }

  private void wakeUntil(long at) {
    latest = Math.max(latest, at);
    long due = context.takeWakeAt();
    if (due <= latest) {
      context.setTime(due);
      session.onWake();
    } else {
      context.wakeAt(due);
    }
    context.setTime(latest);
  }

  /** How many messages could not be read. */
  long malformed() {
    return context.malformed();
  }

  /** What was still held back. */
  List<LiveEvent> end() {
    wakeUntil(latest + PATIENCE_MS);
    session.onEnd();
    return context.takeEvents();
  }
}
