package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.ProtoWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Frames with something broken beside the good messages. */
final class FaultyFrames {
  private static final long IDS = 1_000_000_000_000L;
  private static final int BEYOND_THE_END = 100_000;

  private final SiteContext site;

  FaultyFrames(SiteContext site) {
    this.site = site;
  }

  /**
   * The messages as they are, or after what strikes now: whole ones must not be lost with those.
   *
   * @param id tells the broken messages of one room apart
   */
  List<byte[]> spoil(List<byte[]> messages, long id) {
    List<byte[]> spoiled = new ArrayList<>();
    if (site.strikes(Fault.BAD_JSON)) {
      spoiled.add(broken(IDS + id));
    }
    if (site.strikes(Fault.ZERO_LENGTH)) {
      spoiled.add(new byte[0]);
    }
    if (site.strikes(Fault.UNKNOWN_OP)) {
      spoiled.add(unheardOf(2 * IDS + id));
    }
    spoiled.addAll(messages);
    return spoiled;
  }

  /** The body with a broken end, if that strikes now. */
  Optional<byte[]> spoilEnd(byte[] body) {
    return site.strikes(Fault.BAD_LENGTH)
        ? Optional.of(withLengthBeyondTheEnd(body))
        : Optional.empty();
  }

  /** A body of its own, if that strikes now. */
  Optional<byte[]> bomb() {
    return site.strikes(Fault.BOMB) ? Optional.of(new byte[2 * Bounds.INFLATED]) : Optional.empty();
  }

  /** A message whose payload is no protobuf. */
  private static byte[] broken(long id) {
    byte[] noProtobuf = {(byte) 0xff, (byte) 0xff, (byte) 0xff};
    return DouyinResponseCodec.encode(
        new DouyinMessage("WebcastChatMessage", ByteBuffer.wrap(noProtobuf), id));
  }

  /** A method that no table knows, without a word for people. */
  private static byte[] unheardOf(long id) {
    byte[] payload = new ProtoWriter().varint(2, 1).toBytes();
    return DouyinResponseCodec.encode(
        new DouyinMessage("WebcastNobodyKnowsThisMessage", ByteBuffer.wrap(payload), id));
  }

  /** The body, and after it a message that is said to be longer than the frame. */
  private static byte[] withLengthBeyondTheEnd(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(body);
    bytes.write(1 << 3 | 2);
    for (int length = BEYOND_THE_END; length > 0; length >>>= 7) {
      bytes.write(length > 0x7f ? (length & 0x7f) | 0x80 : length);
    }
    return bytes.toByteArray();
  }
}
