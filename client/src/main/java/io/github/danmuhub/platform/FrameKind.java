package io.github.danmuhub.platform;

/** What sort of WebSocket frame it is; a byte stream's frames are {@code BINARY}. */
public enum FrameKind {
  BINARY,
  TEXT,
  PING,
  PONG,
  /**
   * No frame, but the body of an answer to a poll, which stands for frames: in captures only. A
   * live session polls by {@link RoomContext#poll}, and no socket carries it.
   */
  POLLED
}
