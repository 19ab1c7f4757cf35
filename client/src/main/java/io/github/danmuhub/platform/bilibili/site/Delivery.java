package io.github.danmuhub.platform.bilibili.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one peer gets: its room's feed from its own position, and that a broadcast begins or ends.
 */
final class Delivery {
  /** The server's batch cap, as seen in captures. */
  private static final int BATCH = 32;

  /** Messages that come in quick succession share a frame. */
  private static final long TICK_MS = 50;

  private final HostedRoom room;
  private final int protover;
  private long position;
  private long earliest;
  private long turn;

  Delivery(HostedRoom room, int protover, long now) {
    this.room = room;
    this.protover = protover;
    position = room.join(now);
    turn = room.nextTurn(now);
  }

  int protover() {
    return protover;
  }

  /** Epoch milliseconds; {@link Long#MAX_VALUE} where nothing is left to say. */
  long nextWake() {
    long next = room.hasNext(position) ? room.dueAt(position) : Long.MAX_VALUE;
    return Math.max(earliest, Math.min(turn, next));
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
    if (now >= turn) {
      room.turn(now).forEach(json -> batch.add(BilibiliPacket.message(json.getBytes(UTF_8))));
      turn = room.nextTurn(now);
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
