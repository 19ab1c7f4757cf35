package io.github.danmuhub.capture;

import io.github.danmuhub.platform.FrameKind;

/** Frame kinds ⇄ the opcodes of RFC 6455. */
final class Opcodes {
  static final int CLOSE = 8;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int PING = 9;
  private static final int PONG = 10;

  private Opcodes() {}

  static int of(FrameKind kind) {
    return switch (kind) {
      case TEXT -> TEXT;
      case BINARY -> BINARY;
      case PING -> PING;
      case PONG -> PONG;
    };
  }

  /** Whatever is nothing else is binary. */
  static FrameKind kind(long opcode) {
    return switch ((int) opcode) {
      case TEXT -> FrameKind.TEXT;
      case PING -> FrameKind.PING;
      case PONG -> FrameKind.PONG;
      default -> FrameKind.BINARY;
    };
  }
}
