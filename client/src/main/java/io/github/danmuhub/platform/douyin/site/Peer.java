package io.github.danmuhub.platform.douyin.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * The platform's end of one socket: sends what its room plays, answers heartbeats, counts acks, and
 * drops a client that is silent for {@value #SILENT_MS} ms.
 */
final class Peer implements SimulatedPeer<DouyinMessage> {
  static final long SILENT_MS = 20_000;

  private static final String SILENT = "silent clients dropped";

  /** Not every frame wants an ack. */
  private static final int ACK_FREE = 8;

  private final SiteContext site;
  private final PeerContext context;
  private final View view;
  private final String room;
  private final long broadcast;
  private final FaultyFrames faulty;
  private final Acks acks;
  private long logId;
  private long seqId;

  /**
   * Somebody who was let in.
   *
   * @param broadcast the room id of the broadcast
   * @param logId the LogIDs of its frames are above
   */
  Peer(SiteContext site, PeerContext context, View view, String room, long broadcast, long logId) {
    this.site = site;
    this.context = context;
    this.view = view;
    this.room = room;
    this.broadcast = broadcast;
    this.logId = logId;
    faulty = new FaultyFrames(site);
    acks = new Acks(site);
    context.expects(SILENT_MS, SILENT);
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    context.expects(SILENT_MS, SILENT);
    switch (kind) {
      case BINARY, TEXT -> onPacket(kind, bytes);
      case PING -> site.count("heartbeats as PING");
      case PONG -> {}
    }
  }

  private void onPacket(FrameKind kind, ByteBuffer bytes) {
    DouyinPacket packet;
    try {
      packet = DouyinPacketCodec.decode(bytes);
    } catch (MalformedException e) {
      site.count("frames that are no PushFrame");
      return;
    }
    if (!packet.payloadType().equals(DouyinPacket.ACK)) {
      acks.otherFrame();
    }
    switch (packet.payloadType()) {
      case DouyinPacket.HEARTBEAT -> {
        site.count(kind == FrameKind.TEXT ? "heartbeats as TEXT" : "heartbeats");
        context.send(FrameKind.BINARY, DouyinPacketCodec.heartbeat());
      }
      case DouyinPacket.ACK ->
          acks.received(packet.logId(), UTF_8.decode(packet.payload()).toString());
      default -> onOther(packet);
    }
  }

  /** An old form, still seen in public clients: internal_ext stands where the type belongs. */
  private void onOther(DouyinPacket packet) {
    if (packet.payloadType().startsWith("internal_src")) {
      acks.received(packet.logId(), "");
    } else {
      site.count("frames of an unknown type");
    }
  }

  /** A socket is for one broadcast: after its end there is nothing. */
  @Override
  public void onMessages(List<DouyinMessage> messages) {
    acks.expire();
    send(view.of(messages).stream().map(DouyinResponseCodec::encode).toList());
    if (!site.isLive(room) || Broadcasts.first(room) + site.broadcast(room) != broadcast) {
      context.hearsNothing();
    }
  }

  private void send(List<byte[]> messages) {
    DouyinResponse response = response();
    byte[] body = DouyinResponseCodec.encode(response, faulty.spoil(messages, context.position()));
    // without the fields after the messages no client can know that an ack is wanted
    faulty
        .spoilEnd(body)
        .ifPresentOrElse(
            spoiled -> sendBody(response, spoiled, false),
            () -> sendBody(response, body, response.needAck()));
    faulty.bomb().ifPresent(bomb -> sendBody(response(), bomb, false));
  }

  private DouyinResponse response() {
    logId++;
    String cursor = Frames.cursor(context.position(), site.wallMs());
    String ext = Frames.internalExt(Long.toString(broadcast), logId, site.wallMs());
    boolean needAck = (seqId + 1) % ACK_FREE != 0;
    return new DouyinResponse(cursor, 0, site.wallMs(), ext, Map.of(), needAck, "");
  }

  private void sendBody(DouyinResponse response, byte[] body, boolean owesAck) {
    if (owesAck) {
      site.count("frames that want an ack");
      acks.sent(logId, response.internalExt());
    }
    site.count("frames sent");
    context.send(FrameKind.BINARY, Frames.message(++seqId, logId, response, body));
  }

  @Override
  public void onClosed() {
    acks.expire();
  }
}
