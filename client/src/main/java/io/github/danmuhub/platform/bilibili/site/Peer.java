package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.bilibili.packet.BilibiliAuth;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The server's end of one socket: authentication first and within 5 s, a heartbeat at least every
 * 70 s, messages in batches of up to 32.
 */
final class Peer implements SimulatedPeer<Raw> {
  private static final long AUTH_WITHIN_MS = 5_000;
  private static final long HEARTBEAT_WITHIN_MS = 70_000;

  /** The server's batch cap, as seen in captures. */
  private static final int BATCH = 32;

  private final Backend site;
  private final SiteContext tallies;
  private final BilibiliPacketCodec codec;
  private final boolean tcp;
  private final PeerContext context;
  private Stage stage = Stage.UNKNOWN;
  private int protover;

  private enum Stage {
    UNKNOWN,
    /** Never answered. */
    SILENT,
    ADMITTED,
    CLOSED
  }

  Peer(Backend site, boolean tcp, PeerContext context) {
    this.site = site;
    this.tcp = tcp;
    this.context = context;
    tallies = site.context();
    codec = new BilibiliPacketCodec(site.decompressors());
    context.expects(AUTH_WITHIN_MS, "sockets refused: no authentication in time");
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (kind == FrameKind.TEXT) {
      tallies.count("odd: text frames"); // old clients send nothing else, and are understood
    }
    if (kind == FrameKind.TEXT || kind == FrameKind.BINARY) {
      codec.decode(bytes, new Reader());
    }
  }

  /** One frame's packets, each to its operation. */
  private final class Reader implements BilibiliPacketCodec.Visitor {
    @Override
    public void onPacket(BilibiliPacket packet) {
      if (stage == Stage.UNKNOWN && packet.operation() != BilibiliPacket.AUTH) {
        refuse("the first packet is no authentication");
      }
      if (stage == Stage.CLOSED || stage == Stage.SILENT) {
        return;
      }
      switch (packet.operation()) {
        case BilibiliPacket.AUTH -> onAuth(packet.body());
        case BilibiliPacket.HEARTBEAT -> onHeartbeat(packet.body());
        default -> tallies.count("odd: operation " + packet.operation());
      }
    }

    @Override
    public void onMalformed(String why, ByteBuffer raw) {
      tallies.count("odd: malformed packets");
      if (stage == Stage.UNKNOWN) {
        refuse("the first packet is broken");
      }
    }
  }

  private void onAuth(ByteBuffer body) {
    tallies.count("auths");
    if (stage == Stage.ADMITTED) {
      tallies.count("odd: authenticated twice");
      return;
    }
    if (tallies.strikes(Fault.AUTH_SILENT)) {
      stage = Stage.SILENT;
      expectHeartbeat();
      return;
    }
    try {
      BilibiliAuth auth = BilibiliAuth.read(body);
      switch (Admission.of(auth, site)) {
        case ADMITTED -> admit(auth);
        case TOKEN_REFUSED -> refuseToken();
        case DROPPED -> refuse("uid or room is wrong");
      }
    } catch (MalformedException e) {
      refuse("authentication is broken");
    }
  }

  private void admit(BilibiliAuth auth) {
    stage = Stage.ADMITTED;
    protover = protover(auth);
    expectHeartbeat();
    send(BilibiliPacketCodec.encode(BilibiliAuth.reply(BilibiliAuth.OK)));
    context.hears(site.room(auth.room()).orElseThrow().name(), PeerContext.NOW);
  }

  private void expectHeartbeat() {
    context.expects(HEARTBEAT_WITHIN_MS, "sockets refused: no heartbeat in time");
  }

  /** The tutorials' clients name no version, and read zlib. */
  private int protover(BilibiliAuth auth) {
    if (auth.protover() >= 0) {
      return auth.protover();
    }
    return site.asIn2022() ? BilibiliPacket.ZLIB : BilibiliPacket.PLAIN;
  }

  private void onHeartbeat(ByteBuffer body) {
    tallies.count("heartbeats");
    expectHeartbeat();
    ByteBuffer popularity = ByteBuffer.allocate(Integer.BYTES).putInt(1).flip();
    BilibiliPacket reply =
        new BilibiliPacket(BilibiliPacket.CONTROL, BilibiliPacket.HEARTBEAT_REPLY, 0, popularity);
    ByteBuffer packet = BilibiliPacketCodec.encode(reply);
    // after its end, and outside of its length, comes what the client sent
    send(
        tcp
            ? packet
            : ByteBuffer.allocate(packet.remaining() + body.remaining())
                .put(packet)
                .put(body.duplicate())
                .flip());
  }

  private void refuseToken() {
    send(BilibiliPacketCodec.encode(BilibiliAuth.reply(BilibiliAuth.TOKEN_REFUSED)));
    drop("auths refused: token");
  }

  private void refuse(String why) {
    drop("sockets refused: " + why);
  }

  private void drop(String why) {
    stage = Stage.CLOSED;
    context.drop(why);
  }

  @Override
  public void onMessages(List<Raw> messages) {
    for (int from = 0; from < messages.size(); from += BATCH) {
      ByteBuffer frame = frame(messages.subList(from, Math.min(messages.size(), from + BATCH)));
      send(FaultyFrames.spoil(frame, protover, tallies));
    }
  }

  private ByteBuffer frame(List<Raw> batch) {
    BilibiliPacket[] packets =
        batch.stream()
            .map(message -> BilibiliPacket.message(message.toBytes()))
            .toArray(BilibiliPacket[]::new);
    return switch (protover) {
      case BilibiliPacket.ZLIB, BilibiliPacket.BROTLI ->
          BilibiliPacketCodec.encode(BilibiliPacketCodec.compress(protover, packets));
      default -> BilibiliPacketCodec.encode(packets);
    };
  }

  private void send(ByteBuffer frame) {
    context.send(FrameKind.BINARY, frame);
  }
}
