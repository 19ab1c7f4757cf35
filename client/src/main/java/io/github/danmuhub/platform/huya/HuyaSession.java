package io.github.danmuhub.platform.huya;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Alarm;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.huya.message.HuyaEvents;
import io.github.danmuhub.platform.huya.packet.HuyaConnectInfo;
import io.github.danmuhub.platform.huya.packet.HuyaGroups;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.platform.huya.packet.HuyaPush;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The conversation: the presenter's groups are registered first, then there is a heartbeat every
 * minute, and messages all the while.
 */
final class HuyaSession implements RoomSession {
  static final long HEARTBEAT_MS = 60_000;

  /** Two heartbeats and a little more, in which nothing came. */
  private static final Pace PACE = new Pace(0, 2 * HEARTBEAT_MS + 10_000);

  private static final int GUID = 16;

  private final RoomRef room;
  private final RoomContext context;
  private final HuyaEvents events;
  private final HuyaConnectInfo visitor;
  private final Alarm alarm = new Alarm();
  private long presenter;
  private long nextHeartbeat = Alarm.NEVER;
  private boolean live;

  HuyaSession(RoomRef room, RoomContext context) {
    this.room = room;
    this.context = context;
    events = new HuyaEvents(room, context.settings().keepRaw());
    byte[] guid = new byte[GUID];
    context.random().nextBytes(guid);
    visitor = HuyaConnectInfo.visitor(HexFormat.of().formatHex(guid));
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Resolve why) {
    return HuyaLookup.find(room.room(), context).thenApply(this::learn);
  }

  private List<Dial> learn(HuyaRoomInfo info) {
    presenter = info.presenter();
    events.presenter(presenter);
    info.emit(Origin.ours(room.platform(), room.room(), context.wallMs()), events, context);
    return HuyaConnectInfo.HOSTS.stream().map(this::dial).toList();
  }

  /** A server that is offered permessage-deflate accepts it, and falls silent after seconds. */
  private Dial dial(String host) {
    return new Dial.WebSocket(visitor.url(host), HuyaLookup.headers(), PACE);
  }

  @Override
  public void onOpen(Dial dial) {
    live = false;
    nextHeartbeat = Alarm.NEVER;
    context.send(FrameKind.BINARY, HuyaGroups.of(presenter).request(1).encode());
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (kind == FrameKind.BINARY) {
      try {
        onPacket(HuyaPacket.decode(bytes));
      } catch (MalformedException e) {
        context.malformed(e.why(), bytes.duplicate());
      }
    } else if (kind == FrameKind.TEXT) {
      context.malformed("text frame", bytes.duplicate());
    }
    setTimer();
  }

  private void onPacket(HuyaPacket packet) throws MalformedException {
    switch (packet.type()) {
      case HuyaPacket.PUSH, HuyaPacket.PUSH_BATCH ->
          HuyaPush.decode(packet, message -> events.onMessage(message, context));
      case HuyaPacket.HEARTBEAT_ANSWER -> context.answered();
      case HuyaPacket.GROUPS_REGISTERED -> onRegistered(HuyaGroups.ofAnswer(packet));
      default -> events.onOther(packet, context);
    }
  }

  private void onRegistered(HuyaGroups groups) {
    if (!groups.isAccepted()) {
      nextHeartbeat = Alarm.NEVER;
      context.reconnect(
          Setback.again(
              groups.code(), "Huya refuses the room's groups (code %d)".formatted(groups.code())));
    } else if (!live) {
      live = true;
      heartbeat();
      context.live();
    }
  }

  private void heartbeat() {
    nextHeartbeat = context.ticks() + HEARTBEAT_MS;
    context.heartbeat(FrameKind.BINARY, HuyaPacket.heartbeat().encode());
  }

  @Override
  public void onPolled(HttpCall asked, HttpReply reply) {
    // never polls: everything comes over its socket
  }

  @Override
  public void onWake() {
    alarm.rang();
    if (context.ticks() >= nextHeartbeat) {
      heartbeat();
    }
    events.onWake(context);
    setTimer();
  }

  private void setTimer() {
    alarm.set(Math.min(nextHeartbeat, events.nextWake()), context);
  }

  @Override
  public Setback onClosed(Closed why) {
    live = false;
    nextHeartbeat = Alarm.NEVER;
    setTimer();
    return Setback.of(Verdict.NEXT_DIAL, why);
  }

  @Override
  public void onEnd() {
    events.end(context);
  }
}
