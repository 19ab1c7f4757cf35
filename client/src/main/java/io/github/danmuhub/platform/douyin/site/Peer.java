package io.github.danmuhub.platform.douyin.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.SimulatedPeer;
import io.github.danmuhub.platform.Tallies;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The platform's end of one socket: sends what is due from its own position in the room's feed,
 * answers heartbeats, counts acks, and drops a client that is silent for {@value #SILENT_MS} ms.
 */
final class Peer implements SimulatedPeer {
  static final long SILENT_MS = 20_000;

  /** Not every frame wants an ack. */
  private static final int ACK_FREE = 8;

  private final HostedRoom room;
  private final View view;
  private final FaultyFrames faulty;
  private final Tallies tallies;
  private final Acks acks;
  private final PeerOut out;
  private String roomId = "";
  private boolean over;
  private long logId;
  private long position;
  private long seqId;
  private long lastHeard;

  Peer(HostedRoom room, View view, FaultyFrames faulty, Tallies tallies, PeerOut out) {
    this.room = room;
    this.view = view;
    this.faulty = faulty;
    this.tallies = tallies;
    this.out = out;
    acks = new Acks(tallies);
  }

  /** The handshake was accepted. */
  void begin(String broadcast, String cursor, long firstLogId, long now) {
    room.begin(now);
    roomId = broadcast;
    logId = firstLogId;
    position = room.position(cursor, now);
    lastHeard = now;
    over = room.endOf(roomId, now) <= now;
    sleep(now);
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes, long now) {
    lastHeard = now;
    switch (kind) {
      case BINARY, TEXT -> onPacket(kind, bytes);
      case PING -> tallies.count("heartbeats as PING");
      case PONG, POLLED -> {}
    }
  }

  private void onPacket(FrameKind kind, ByteBuffer bytes) {
    DouyinPacket packet;
    try {
      packet = DouyinPacketCodec.decode(bytes);
    } catch (MalformedException e) {
      tallies.count("frames that are no PushFrame");
      return;
    }
    if (!packet.payloadType().equals(DouyinPacket.ACK)) {
      acks.otherFrame();
    }
    switch (packet.payloadType()) {
      case DouyinPacket.HEARTBEAT -> {
        tallies.count(kind == FrameKind.TEXT ? "heartbeats as TEXT" : "heartbeats");
        out.send(FrameKind.BINARY, DouyinPacketCodec.heartbeat());
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
      tallies.count("frames of an unknown type");
    }
  }

  @Override
  public void onWake(long now) {
    acks.expire(now);
    if (now - lastHeard >= SILENT_MS) {
      tallies.count("silent clients dropped");
      out.drop("no heartbeat");
      return;
    }
    if (!over) {
      tellWhatIsDue(now);
    }
    sleep(now);
  }

  /** A socket is for one broadcast: its end is told once, and behind it there is nothing. */
  private void tellWhatIsDue(long now) {
    List<DouyinMessage> due = new ArrayList<>(room.due(position, now));
    position += due.size();
    over = room.endOf(roomId, now) <= now;
    if (over) {
      due.add(room.end(now));
    }
    if (!due.isEmpty()) {
      send(due, now);
    }
  }

  private void sleep(long now) {
    long next = over ? Long.MAX_VALUE : Math.min(room.dueAt(position), room.endOf(roomId, now));
    out.wakeAt(Math.min(next, lastHeard + SILENT_MS));
  }

  private void send(List<DouyinMessage> due, long now) {
    List<byte[]> shown = view.of(due).stream().map(DouyinResponseCodec::encode).toList();
    DouyinResponse response = response(now);
    byte[] body = DouyinResponseCodec.encode(response, faulty.spoil(shown, position));
    // without its fields behind the messages nobody can know that an ack is wanted
    faulty
        .spoilEnd(body)
        .ifPresentOrElse(
            spoiled -> sendBody(response, spoiled, now, false),
            () -> sendBody(response, body, now, response.needAck()));
    faulty.bomb().ifPresent(bomb -> sendBody(response(now), bomb, now, false));
  }

  private DouyinResponse response(long now) {
    logId++;
    String cursor = Frames.cursor(position, now);
    String ext = Frames.internalExt(room.roomId(now), logId, now);
    boolean needAck = (seqId + 1) % ACK_FREE != 0;
    return new DouyinResponse(cursor, 0, now, ext, Map.of(), needAck, "");
  }

  private void sendBody(DouyinResponse response, byte[] body, long now, boolean owesAck) {
    if (owesAck) {
      tallies.count("frames that want an ack");
      acks.sent(logId, response.internalExt(), now);
    }
    tallies.count("frames sent");
    out.send(FrameKind.BINARY, Frames.message(++seqId, logId, response, body));
  }

  @Override
  public void onClosed(long now) {
    acks.expire(now);
  }
}
