package io.github.danmuhub.platform.huya.site;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.huya.packet.HuyaGroups;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.platform.huya.packet.HuyaPush;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A socket's other end: lets a client register, and pushes what its room plays. */
final class Peer implements SimulatedPeer<HuyaMessage> {
  /** Who offered permessage-deflate hears nothing after that. */
  private static final long DEFLATED_MS = 2_000;

  private static final int REFUSED = -1;

  private final SiteContext site;
  private final PeerContext context;
  private final boolean deflated;
  private final long opened;
  private String group = "";
  private boolean together;

  Peer(SiteContext site, PeerContext context, boolean deflated) {
    this.site = site;
    this.context = context;
    this.deflated = deflated;
    opened = context.ticks();
    site.count(deflated ? "sockets that offer permessage-deflate" : "sockets");
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (kind != FrameKind.BINARY || isDeaf()) {
      return;
    }
    try {
      onPacket(HuyaPacket.decode(bytes));
    } catch (MalformedException e) {
      context.drop("a frame that is no packet");
    }
  }

  private boolean isDeaf() {
    return deflated && context.ticks() - opened >= DEFLATED_MS;
  }

  private void onPacket(HuyaPacket packet) throws MalformedException {
    switch (packet.type()) {
      case HuyaPacket.REGISTER_GROUPS -> register(HuyaGroups.ofRequest(packet), packet);
      case HuyaPacket.HEARTBEAT -> {
        site.count("heartbeats");
        send(HuyaPacket.of(HuyaPacket.HEARTBEAT_ANSWER, new byte[0], packet.requestId()));
      }
      default -> site.count("packets of type " + packet.type());
    }
  }

  private void register(HuyaGroups groups, HuyaPacket packet) {
    if (site.strikes(Fault.AUTH_SILENT)) {
      return;
    }
    Optional<String> room =
        site.rooms().stream()
            .filter(hosted -> groups.names().contains("live:" + Presenters.of(hosted)))
            .findFirst();
    if (room.isEmpty() || site.strikes(Fault.AUTH_REFUSED)) {
      site.count("registrations refused");
      send(new HuyaGroups(REFUSED, List.of()).answer(packet.requestId()));
      return;
    }
    site.count("registrations");
    group = groups.names().get(0);
    send(groups.answer(packet.requestId()));
    context.hears(room.get(), PeerContext.NOW);
  }

  /** In turn one by one and together: clients must read both. */
  @Override
  public void onMessages(List<HuyaMessage> messages) {
    if (isDeaf()) {
      return;
    }
    FaultyPackets.due(site).forEach(this::send);
    together = !together;
    if (together) {
      send(HuyaPush.batch(group, messages));
    } else {
      messages.forEach(message -> send(HuyaPush.one(group, message)));
    }
  }

  private void send(HuyaPacket packet) {
    context.send(FrameKind.BINARY, packet.encode());
  }
}
