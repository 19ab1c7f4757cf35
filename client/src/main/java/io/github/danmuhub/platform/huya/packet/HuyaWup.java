package io.github.danmuhub.platform.huya.packet;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsReader;
import io.github.danmuhub.wire.TarsWriter;
import java.nio.ByteBuffer;

/**
 * A remote call over the socket ({@link HuyaPacket#WUP_REQUEST}) or its answer: a length of four
 * bytes, which counts itself, and TARS's {@code RequestPacket}, whose buffer is a map with the
 * argument in it. The page calls {@code PropsUIServer.getPropsList} and others; we need none of
 * them, but show them.
 *
 * @param servant who is called, such as {@code PropsUIServer}
 * @param function such as {@code getPropsList}
 * @param buffer a map with tag 0: {@code tReq} or {@code tRsp} → bytes, which are a struct with tag
 *     0; some answers have the older form, a map of maps
 */
public record HuyaWup(int requestId, String servant, String function, ByteBuffer buffer) {
  private static final int VERSION = 3;

  /** The call in that packet. */
  public static HuyaWup decode(HuyaPacket packet) throws MalformedException {
    ByteBuffer data = packet.data().slice();
    if (data.remaining() < Integer.BYTES || data.getInt() != data.limit()) {
      throw new MalformedException("WUP call is not as long as it says");
    }
    int requestId = 0;
    String servant = "";
    String function = "";
    ByteBuffer buffer = ByteBuffer.allocate(0);
    TarsReader in = new TarsReader(data);
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 4 -> requestId = in.int32();
        case 5 -> servant = in.string();
        case 6 -> function = in.string();
        case 7 -> buffer = in.slice();
        default -> in.skip();
      }
    }
    return new HuyaWup(requestId, servant, function, buffer);
  }

  /** As version 3 writes it. */
  public byte[] encode() {
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    byte[] call =
        new TarsWriter()
            .number(1, VERSION)
            .number(2, 0)
            .number(3, 0)
            .number(4, requestId)
            .string(5, servant)
            .string(6, function)
            .bytes(7, copy)
            .number(8, 0)
            .emptyMap(9)
            .emptyMap(10)
            .toBytes();
    return ByteBuffer.allocate(Integer.BYTES + call.length)
        .putInt(Integer.BYTES + call.length)
        .put(call)
        .array();
  }
}
