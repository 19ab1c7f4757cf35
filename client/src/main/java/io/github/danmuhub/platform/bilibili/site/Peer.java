package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.Fault;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.SimulatedPeer;
import io.github.danmuhub.platform.bilibili.packet.BilibiliAuth;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The server's end of one socket: authentication first and within 5 s, a heartbeat at least every
 * 70 s, messages in batches of up to 32.
 */
final class Peer implements SimulatedPeer {
  private static final long AUTH_WITHIN_MS = 5_000;
  private static final long HEARTBEAT_WITHIN_MS = 70_000;

  private final BilibiliSimulatedSite site;
  private final BilibiliPacketCodec codec;
  private final boolean tcp;
  private final PeerOut out;

  private long deadline;
  private boolean closed;
  private boolean silent;
  private @Nullable Delivery delivery;

  Peer(BilibiliSimulatedSite site, boolean tcp, long now, PeerOut out) {
    this.site = site;
    this.tcp = tcp;
    this.out = out;
    codec = new BilibiliPacketCodec(site.decompressors());
    deadline = now + AUTH_WITHIN_MS;
    setTimer();
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes, long now) {
    switch (kind) {
      case BINARY -> codec.decode(bytes, new Reader(now));
      case TEXT -> {
        site.count("odd: text frames"); // old clients send nothing else, and are understood
        codec.decode(bytes, new Reader(now));
      }
      case PING, PONG, POLLED -> {}
    }
    setTimer();
  }

  /** One frame's packets, each to its operation. */
  private final class Reader implements BilibiliPacketCodec.Visitor {
    private final long now;

    Reader(long now) {
      this.now = now;
    }

    @Override
    public void onPacket(BilibiliPacket packet) {
      if (closed || silent) {
        return;
      }
      if (delivery == null && packet.operation() != BilibiliPacket.AUTH) {
        refuse("the first packet is no authentication");
        return;
      }
      switch (packet.operation()) {
        case BilibiliPacket.AUTH -> onAuth(packet.body(), now);
        case BilibiliPacket.HEARTBEAT -> onHeartbeat(packet.body(), now);
        default -> site.count("odd: operation " + packet.operation());
      }
    }

    @Override
    public void onMalformed(String why, ByteBuffer raw) {
      site.count("odd: malformed packets");
      if (delivery == null) {
        refuse("the first packet is broken");
      }
    }
  }

  private void onAuth(ByteBuffer body, long now) {
    site.count("auths");
    if (delivery != null) {
      site.count("odd: authenticated twice");
      return;
    }
    if (site.options().faults().strike(Fault.AUTH_SILENT)) {
      silent = true;
      deadline = now + HEARTBEAT_WITHIN_MS;
      return;
    }
    try {
      BilibiliAuth auth = BilibiliAuth.read(body);
      switch (Admission.of(auth, site)) {
        case ADMITTED -> admit(auth, now);
        case TOKEN_REFUSED -> refuseToken();
        case DROPPED -> refuse("uid or room is wrong");
      }
    } catch (MalformedException e) {
      refuse("authentication is broken");
    }
  }

  private void admit(BilibiliAuth auth, long now) {
    HostedRoom room = site.room(auth.room()).orElseThrow();
    delivery = new Delivery(room, protover(auth), now);
    deadline = now + HEARTBEAT_WITHIN_MS;
    send(BilibiliPacketCodec.encode(BilibiliAuth.reply(BilibiliAuth.OK)));
  }

  /** The tutorials' clients name no version, and read zlib. */
  private int protover(BilibiliAuth auth) {
    if (auth.protover() >= 0) {
      return auth.protover();
    }
    return site.asIn2022() ? BilibiliPacket.ZLIB : BilibiliPacket.PLAIN;
  }

  private void onHeartbeat(ByteBuffer body, long now) {
    site.count("heartbeats");
    deadline = now + HEARTBEAT_WITHIN_MS;
    ByteBuffer popularity = ByteBuffer.allocate(Integer.BYTES).putInt(1).flip();
    BilibiliPacket reply =
        new BilibiliPacket(BilibiliPacket.CONTROL, BilibiliPacket.HEARTBEAT_REPLY, 0, popularity);
    ByteBuffer packet = BilibiliPacketCodec.encode(reply);
    // behind its end, and outside of its length, stands what the client sent
    send(
        tcp
            ? packet
            : ByteBuffer.allocate(packet.remaining() + body.remaining())
                .put(packet)
                .put(body.duplicate())
                .flip());
  }

  private void refuseToken() {
    site.count("auths refused: token");
    send(BilibiliPacketCodec.encode(BilibiliAuth.reply(BilibiliAuth.TOKEN_REFUSED)));
    close();
  }

  private void refuse(String why) {
    site.count("sockets refused: " + why);
    close();
  }

  @Override
  public void onWake(long now) {
    if (closed) {
      return;
    }
    if (now >= deadline) {
      refuse(delivery == null ? "no authentication in time" : "no heartbeat in time");
      return;
    }
    Delivery feed = delivery;
    if (feed != null) {
      feed.deliver(now, frame -> send(site.faulty().spoil(frame, feed.protover())));
    }
    setTimer();
  }

  private void setTimer() {
    Delivery feed = delivery;
    if (!closed) {
      out.wakeAt(feed == null ? deadline : Math.min(deadline, feed.nextWake()));
    }
  }

  private void send(ByteBuffer frame) {
    if (!closed) {
      out.send(FrameKind.BINARY, frame);
    }
  }

  private void close() {
    closed = true;
    out.drop("");
  }

  @Override
  public void onClosed(long now) {
    closed = true;
  }
}
