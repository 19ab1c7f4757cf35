package io.github.danmuhub.platform;

/** What sort of WebSocket frame it is; a byte stream's frames are {@code BINARY}. */
public enum FrameKind {
  BINARY,
  TEXT,
  PING,
  PONG
}
