package io.github.danmuhub.capture;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import org.jspecify.annotations.Nullable;

/** One thing that happened on a socket, or one polled answer. */
public sealed interface CaptureEntry {

  /** Epoch milliseconds; 0 where the capture has no times. */
  long time();

  /**
   * A socket was opened, or polling in its place.
   *
   * @param connection tells the sockets of a capture apart
   * @param url empty where there is no socket
   * @param platform the platform's id; null where nobody said
   * @param room the room of that platform; null where nobody said
   */
  record Open(
      int connection, long time, String url, @Nullable String platform, @Nullable String room)
      implements CaptureEntry {}

  /** A whole frame. */
  record Message(int connection, long time, Direction direction, FrameKind kind, Raw bytes)
      implements CaptureEntry {

    /** The same frame, gone the other way. */
    public Message withDirection(Direction other) {
      return new Message(connection, time, other, kind, bytes);
    }
  }

  /**
   * A polled answer.
   *
   * @param connection whose polls they are: an {@link Open} may name the room; 0 where nobody said
   */
  record Http(int connection, long time, String url, int status, Raw body)
      implements CaptureEntry {}

  /** A socket was closed. */
  record Close(int connection, long time, int code, String reason) implements CaptureEntry {}

  /** Which way a frame went. */
  enum Direction {
    RECEIVED,
    SENT
  }
}
