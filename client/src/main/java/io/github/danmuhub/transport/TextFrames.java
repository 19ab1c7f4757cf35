package io.github.danmuhub.transport;

/** What a WebSocket server makes of text that is not UTF-8. */
public enum TextFrames {
  /** The socket is closed with 1007 at the first bad byte (RFC 6455 §8.1). */
  CHECKED,

  /** Text is bytes like any other, as at servers whose clients send binary packets in text. */
  RAW
}
