package io.github.danmuhub.platform.huya.packet;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsReader;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * The two packets that push messages: {@link HuyaPacket#PUSH} brings one ({@code WSPushMessage}),
 * {@link HuyaPacket#PUSH_BATCH} a list of them ({@code WSPushMessage_V2}). Both are in use.
 */
public final class HuyaPush {
  private static final int BROADCAST = 5;

  private HuyaPush() {}

  /** Whether the packet pushes messages. */
  public static boolean is(HuyaPacket packet) {
    return packet.type() == HuyaPacket.PUSH || packet.type() == HuyaPacket.PUSH_BATCH;
  }

  /** Hands its messages on, one by one: those before a break are out when it throws. */
  public static void decode(HuyaPacket packet, Consumer<HuyaMessage> messages)
      throws MalformedException {
    if (packet.type() == HuyaPacket.PUSH) {
      messages.accept(message(TarsStruct.of(packet.data()), 1, 5));
      return;
    }
    TarsReader in = new TarsReader(packet.data());
    if (in.seek(1)) {
      in.each(item -> messages.accept(message(TarsStruct.of(item), 0, 2)));
    }
  }

  /** The body's tag is the one after the uri's. */
  private static HuyaMessage message(TarsStruct in, int uriTag, int idTag)
      throws MalformedException {
    long uri = in.number(uriTag);
    if (uri == 0) {
      throw new MalformedException("message without a uri");
    }
    return new HuyaMessage(uri, in.bytes(uriTag + 1), in.number(idTag));
  }

  /** The packet with one message. */
  public static HuyaPacket one(String group, HuyaMessage message) {
    byte[] data =
        new TarsWriter()
            .number(0, BROADCAST)
            .number(1, message.uri())
            .bytes(2, bytes(message))
            .number(3, 0)
            .string(4, group)
            .number(5, message.id())
            .number(6, 0)
            .toBytes();
    return HuyaPacket.of(HuyaPacket.PUSH, data, 0);
  }

  /** The packet with many. */
  public static HuyaPacket batch(String group, List<HuyaMessage> messages) {
    byte[] data =
        new TarsWriter()
            .string(0, group)
            .list(1, messages, (out, message) -> out.struct(0, item -> write(item, message)))
            .toBytes();
    return HuyaPacket.of(HuyaPacket.PUSH_BATCH, data, 0);
  }

  private static void write(TarsWriter out, HuyaMessage message) {
    out.number(0, message.uri()).bytes(1, bytes(message)).number(2, message.id());
  }

  private static byte[] bytes(HuyaMessage message) {
    byte[] bytes = new byte[message.body().remaining()];
    message.body().duplicate().get(bytes);
    return bytes;
  }
}
