package io.github.danmuhub.platform.huya.packet;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.nio.ByteBuffer;

/**
 * {@code WebSocketCommand}: one binary WebSocket message, both directions.
 *
 * @param type one of the constants here, which are those that we speak; {@code iCmdType}
 * @param data a view into the frame, or bytes of its own
 * @param requestId counts what a client asks; 0 in what the server sends by itself
 * @param time the server's clock, epoch milliseconds; 0 where it gives none
 */
public record HuyaPacket(
    int type,
    ByteBuffer data,
    long requestId,
    String traceId,
    int encryptType,
    long time,
    String md5) {
  public static final int WUP_REQUEST = 3;
  public static final int WUP_ANSWER = 4;
  public static final int PUSH = 7;
  public static final int REGISTER_GROUPS = 16;
  public static final int GROUPS_REGISTERED = 17;
  public static final int HEARTBEAT = 20;
  public static final int HEARTBEAT_ANSWER = 21;
  public static final int PUSH_BATCH = 22;

  /** Without a trace; the server needs type and data only. */
  public static HuyaPacket of(int type, byte[] data, long requestId) {
    return new HuyaPacket(type, ByteBuffer.wrap(data), requestId, "", 0, 0, "");
  }

  /** What keeps a client alive. */
  public static HuyaPacket heartbeat() {
    return of(HEARTBEAT, new byte[0], 0);
  }

  /** Reads a whole frame, whose position stays. */
  public static HuyaPacket decode(ByteBuffer frame) throws MalformedException {
    if (frame.remaining() > Bounds.FRAME) {
      throw new MalformedException("frame is larger than " + (Bounds.FRAME >> 20) + " MiB");
    }
    TarsStruct in = TarsStruct.of(frame);
    int type = (int) in.number(0);
    if (type == 0) {
      throw new MalformedException("packet without a type");
    }
    return new HuyaPacket(
        type, in.bytes(1), in.number(2), in.text(3), (int) in.number(4), in.number(5), in.text(6));
  }

  /** All seven fields, as the page sends them. */
  public ByteBuffer encode() {
    byte[] copy = new byte[data.remaining()];
    data.duplicate().get(copy);
    return ByteBuffer.wrap(
        new TarsWriter()
            .number(0, type)
            .bytes(1, copy)
            .number(2, requestId)
            .string(3, traceId)
            .number(4, encryptType)
            .number(5, time)
            .string(6, md5)
            .toBytes());
  }
}
