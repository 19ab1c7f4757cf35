package io.github.danmuhub.platform.huya.packet;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import java.nio.ByteBuffer;

/**
 * A remote call over the socket ({@link HuyaPacket#WUP_REQUEST}) or its answer: a length of four
 * bytes, which counts itself, and TARS's {@code RequestPacket}, whose buffer is a map with the
 * argument in it. The page calls {@code PropsUIServer.getPropsList} and others; we make none of
 * those calls, but show them.
 *
 * @param servant who is called, such as {@code PropsUIServer}
 * @param function such as {@code getPropsList}
 * @param buffer a map with tag 0: {@code tReq} or {@code tRsp} → bytes, which are a struct with tag
 *     0; some answers have the older form, a map of maps
 */
public record HuyaWup(int requestId, String servant, String function, ByteBuffer buffer) {
  /** The call in that packet. */
  public static HuyaWup decode(HuyaPacket packet) throws MalformedException {
    ByteBuffer data = packet.data().slice();
    if (data.remaining() < Integer.BYTES || data.getInt() != data.limit()) {
      throw new MalformedException("WUP call is not as long as it says");
    }
    TarsStruct in = TarsStruct.of(data);
    return new HuyaWup((int) in.number(4), in.text(5), in.text(6), in.bytes(7));
  }
}
