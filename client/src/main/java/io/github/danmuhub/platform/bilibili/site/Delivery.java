package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One peer's position in its room's feed, and how its messages are framed. */
final class Delivery {
  /** The server's batch cap, as seen in captures. */
  private static final int BATCH = 32;

  /** Messages that come in quick succession share a frame. */
  private static final long TICK_MS = 50;

  private final HostedRoom room;
  private final int protover;
  private long position;
  private long earliest;

  Delivery(HostedRoom room, int protover, long position) {
    this.room = room;
    this.protover = protover;
    this.position = position;
  }

  int protover() {
    return protover;
  }

  /** Epoch milliseconds; {@link Long#MAX_VALUE} at the end of the feed. */
  long nextWake() {
    return room.hasNext(position) ? Math.max(earliest, room.dueAt(position)) : Long.MAX_VALUE;
  }

  /** Gives what is due to {@code frames}. */
  void deliver(long now, Consumer<ByteBuffer> frames) {
    if (now < nextWake()) {
      return;
    }
    earliest = now + TICK_MS;
    List<BilibiliPacket> batch = new ArrayList<>(BATCH);
    while (room.hasNext(position) && room.dueAt(position) <= now) {
      batch.add(BilibiliPacket.message(room.message(position++)));
      if (batch.size() == BATCH) {
        frames.accept(frame(batch));
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      frames.accept(frame(batch));
    }
  }

  private ByteBuffer frame(List<BilibiliPacket> batch) {
    BilibiliPacket[] packets = batch.toArray(BilibiliPacket[]::new);
    return switch (protover) {
      case BilibiliPacket.ZLIB, BilibiliPacket.BROTLI ->
          BilibiliPacketCodec.encode(BilibiliPacketCodec.compress(protover, packets));
      default -> BilibiliPacketCodec.encode(packets);
    };
  }
}
