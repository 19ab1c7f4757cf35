package io.github.danmuhub.platform.bilibili.packet;

import java.nio.ByteBuffer;

/**
 * One packet, big-endian:
 *
 * <pre>
 *  0        4           6        8          12        16
 *  | length | header 16 | version | operation | sequence | body …
 * </pre>
 *
 * {@code length} counts header and body, except in a heartbeat reply over WebSocket: there it is 20
 * and the echo of the client's heartbeat body follows outside of it.
 *
 * @param version what the body is: see the constants
 * @param operation what the packet is for: see the constants
 * @param sequence clients send 1; servers answer auth with 1 and send the rest with 0
 * @param body from its position to its limit; valid during the call that hands it over
 */
public record BilibiliPacket(int version, int operation, int sequence, ByteBuffer body) {
  public static final int HEADER = 16;

  /** The body is JSON. */
  public static final int PLAIN = 0;

  /** The body is what the operation says. */
  public static final int CONTROL = 1;

  /** The body is packets, compressed with zlib. */
  public static final int ZLIB = 2;

  /** The body is packets, compressed with brotli. */
  public static final int BROTLI = 3;

  public static final int HEARTBEAT = 2;
  public static final int HEARTBEAT_REPLY = 3;
  public static final int MESSAGE = 5;
  public static final int AUTH = 7;
  public static final int AUTH_REPLY = 8;

  /** A plain message, as a server sends it. */
  public static BilibiliPacket message(byte[] json) {
    return new BilibiliPacket(PLAIN, MESSAGE, 0, ByteBuffer.wrap(json));
  }

  /** A control packet with sequence 1: all that clients send, and the reply to auth. */
  public static BilibiliPacket control(int operation, byte[] body) {
    return new BilibiliPacket(CONTROL, operation, 1, ByteBuffer.wrap(body));
  }
}
