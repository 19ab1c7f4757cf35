package io.github.danmuhub.platform.bilibili.packet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.Decompressors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A visitor that writes down what a frame held. */
public final class PacketLog implements BilibiliPacketCodec.Visitor {
  private static final Decompressors DECOMPRESSORS = new Decompressors();

  public final List<String> bodies = new ArrayList<>();
  public final List<BilibiliPacket> packets = new ArrayList<>();
  public final List<String> malformed = new ArrayList<>();
  public final List<Integer> lost = new ArrayList<>();

  public static PacketLog of(String hex) {
    return of(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", ""))));
  }

  public static PacketLog of(ByteBuffer frame) {
    PacketLog log = new PacketLog();
    new BilibiliPacketCodec(DECOMPRESSORS).decode(frame, log);
    return log;
  }

  @Override
  public void onPacket(BilibiliPacket packet) {
    byte[] body = new byte[packet.body().remaining()];
    packet.body().get(body);
    bodies.add(new String(body, UTF_8));
    packets.add(
        new BilibiliPacket(
            packet.version(), packet.operation(), packet.sequence(), ByteBuffer.wrap(body)));
  }

  @Override
  public void onMalformed(String why, ByteBuffer raw) {
    malformed.add(why);
    lost.add(raw.remaining());
  }
}
