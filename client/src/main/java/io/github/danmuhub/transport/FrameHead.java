package io.github.danmuhub.transport;

import io.netty.buffer.ByteBuf;

/** The head of a WebSocket frame (RFC 6455 §5.2), read byte by byte. */
final class FrameHead {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;

  /** Bytes of the longest one. */
  static final int MOST = 2 + Long.BYTES + Integer.BYTES;

  private static final int SHORT = 126;
  private static final int LONG = 127;

  private final byte[] bytes = new byte[MOST];
  private int size;

  /** Takes the next byte; returns whether the head is whole. */
  boolean add(byte next) {
    bytes[size++] = next;
    return size >= 2 && size == length();
  }

  void writeTo(ByteBuf out) {
    out.writeBytes(bytes, 0, size);
  }

  void clear() {
    size = 0;
  }

  boolean isFinal() {
    return (bytes[0] & 0x80) != 0;
  }

  /** The first reserved bit: permessage-deflate, where that was agreed upon. */
  boolean isCompressed() {
    return (bytes[0] & 0x40) != 0;
  }

  int opcode() {
    return bytes[0] & 0x0f;
  }

  boolean isControl() {
    return (opcode() & 0x08) != 0;
  }

  private boolean isMasked() {
    return (bytes[1] & 0x80) != 0;
  }

  private int length() {
    return 2 + lengthBytes() + (isMasked() ? Integer.BYTES : 0);
  }

  private int lengthBytes() {
    int said = bytes[1] & 0x7f;
    return said == LONG ? Long.BYTES : said == SHORT ? Short.BYTES : 0;
  }

  /** Bytes of payload; one that no decoder takes may be below zero. */
  long payload() {
    long length = 0;
    for (int i = 2; i < 2 + lengthBytes(); i++) {
      length = length << 8 | (bytes[i] & 0xff);
    }
    return lengthBytes() == 0 ? bytes[1] & 0x7f : length;
  }

  /** The payload's byte at {@code index} as it was before it was masked, 0 to 255. */
  int unmask(byte masked, long index) {
    int mask = isMasked() ? bytes[length() - Integer.BYTES + (int) (index & 3)] : 0;
    return (masked ^ mask) & 0xff;
  }
}
