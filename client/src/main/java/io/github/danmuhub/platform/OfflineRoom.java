package io.github.danmuhub.platform;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A room heard again without a connection: what was recorded goes in, in the order of its times,
 * and events come out. What a session waits for, such as the end of a combo, is due by those times.
 * A frame that bears an earlier time than one before it counts as of that one. One thread.
 */
public final class OfflineRoom {
  /** By then whatever a session waits for is due. */
  private static final long PATIENCE_MS = 60_000;

  private final OfflineContext context;
  private final RoomSession session;
  private long latest;

  /**
   * @param context where the session's events and wishes go
   */
  public OfflineRoom(Platform platform, RoomRef room, OfflineContext context) {
    this.context = context;
    this.session = platform.open(room, context);
  }

  /** A frame of the time {@code at}, epoch milliseconds. */
  public void frame(FrameKind kind, ByteBuffer frame, long at) {
    pass(at);
    session.onFrame(kind, frame);
  }

  /** An answer over HTTP, likewise. */
  public void answer(HttpCall call, HttpReply reply, long at) {
    pass(at);
    session.onPolled(call, reply);
  }

  /** Nothing more is heard until {@code at}, epoch milliseconds. */
  public void pass(long at) {
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

  /** Nothing more is heard: what was held back comes out. */
  public void end() {
    pass(latest + PATIENCE_MS);
    session.onEnd();
  }

  /** The events since the last call. */
  public List<LiveEvent> takeEvents() {
    return context.takeEvents();
  }
}
