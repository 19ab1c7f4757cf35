package io.github.danmuhub.platform.bilibili;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.platform.Alarm;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.bilibili.message.BilibiliEvents;
import io.github.danmuhub.platform.bilibili.packet.BilibiliAuth;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The conversation: authentication first, then a heartbeat every 30 s, and messages all the while.
 */
final class BilibiliSession implements RoomSession {
  static final long HEARTBEAT_MS = 30_000;
  private static final byte[] WEB_HEARTBEAT = "[object Object]".getBytes(US_ASCII);
  // an echo after the reply would break the stream into pieces
  private static final byte[] TCP_HEARTBEAT = {};

  private final RoomRef room;
  private final RoomContext context;
  private final BilibiliSettings settings;
  private final BilibiliLookup lookup;
  private final BilibiliEvents events;
  private final BilibiliPacketCodec codec;
  private final Alarm alarm = new Alarm();

  /** By the last lookup. */
  private @Nullable BilibiliAuth auth;

  private Stage stage = Stage.CLOSED;
  private boolean tcp;
  private long nextHeartbeat = Alarm.NEVER;

  private enum Stage {
    CLOSED,
    AUTHENTICATING,
    LIVE
  }

  BilibiliSession(RoomRef room, RoomContext context) {
    this.room = room;
    this.context = context;
    settings = BilibiliSettings.of(context.settings());
    BilibiliVisitorLookup visitors =
        new BilibiliVisitorLookup(context.settings().credentials(), context.cookies(), context);
    lookup = new BilibiliLookup(room.room(), visitors, context);
    events =
        new BilibiliEvents(
            room, context.settings().keepRaw(), context.tools().jsonMessages(), context);
    codec = new BilibiliPacketCodec(context.tools().decompressors());
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Resolve why) {
    return lookup.find(new BilibiliApi(context, settings.userAgent()), why).thenApply(this::learn);
  }

  private List<Dial> learn(BilibiliLookup.Found what) {
    auth =
        new BilibiliAuth(
            what.visitor().uid(),
            what.room().id(),
            settings.protover(),
            what.visitor().buvid3(),
            what.servers().token());
    if (what.room().owner() != 0) {
      events.anchor(Long.toString(what.room().owner()));
    }
    tell(what.room());
    return what.servers().dials(settings);
  }

  private void tell(BilibiliRoomInfo info) {
    Origin origin = ours();
    info.room(origin).ifPresent(context::emit);
    Broadcast broadcast = info.broadcast(origin);
    if (events.known(broadcast.state())) {
      context.emit(broadcast);
    }
    info.stats(origin).ifPresent(context::emit);
  }

  private Origin ours() {
    return Origin.ours(room.platform(), room.room(), context.wallMs());
  }

  @Override
  public void onOpen(Dial dial) {
    if (auth == null) {
      context.reconnect(Setback.again(0, "the room was not looked up"));
      return;
    }
    tcp = dial instanceof Dial.Tcp;
    stage = Stage.AUTHENTICATING;
    nextHeartbeat = Alarm.NEVER;
    context.send(FrameKind.BINARY, BilibiliPacketCodec.encode(auth.packet(context.random())));
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    switch (kind) {
      case BINARY -> codec.decode(onHeap(bytes), new Reader());
      case TEXT -> context.malformed("text frame", bytes);
      case PING, PONG -> {}
    }
    setTimer();
  }

  /** Decoding needs an array. */
  private static ByteBuffer onHeap(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      return bytes;
    }
    return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
  }

  /** One frame's packets, each to its operation. */
  private final class Reader implements BilibiliPacketCodec.Visitor {
    @Override
    public void onPacket(BilibiliPacket packet) {
      ByteBuffer body = packet.body();
      switch (packet.operation()) {
        case BilibiliPacket.MESSAGE -> events.onMessage(body);
        case BilibiliPacket.HEARTBEAT_REPLY -> onHeartbeatReply(body);
        case BilibiliPacket.AUTH_REPLY -> onAuthReply(body);
        default -> context.malformed("unknown operation " + packet.operation(), body);
      }
    }

    @Override
    public void onMalformed(String why, ByteBuffer raw) {
      context.malformed(why, raw);
    }
  }

  private void onAuthReply(ByteBuffer body) {
    try {
      int code = BilibiliAuth.readReply(body);
      if (code != BilibiliAuth.OK) {
        stage = Stage.CLOSED;
        nextHeartbeat = Alarm.NEVER;
        context.reconnect(Setback.again(code, refusal(code)));
      } else if (stage != Stage.LIVE) {
        stage = Stage.LIVE;
        heartbeat();
        context.live();
      }
    } catch (MalformedException e) {
      context.malformed(e.why(), body);
    }
  }

  private static String refusal(int code) {
    return code == BilibiliAuth.TOKEN_REFUSED
        ? "the token is refused (code -101)"
        : "the authentication is refused (code %d)".formatted(code);
  }

  /** Popularity is a constant 1 since 2023; what it said is in other messages now. */
  private void onHeartbeatReply(ByteBuffer body) {
    if (body.remaining() < Integer.BYTES) {
      context.malformed("heartbeat reply has no popularity", body);
      return;
    }
    context.answered();
    long popularity = body.getInt(body.position()) & 0xffff_ffffL;
    if (popularity > 1) {
      context.emit(new Stats(ours(), Map.of(Figure.POPULARITY, popularity)));
    }
  }

  private void heartbeat() {
    nextHeartbeat = context.ticks() + HEARTBEAT_MS;
    byte[] body = tcp ? TCP_HEARTBEAT : WEB_HEARTBEAT;
    BilibiliPacket packet = BilibiliPacket.control(BilibiliPacket.HEARTBEAT, body);
    context.heartbeat(FrameKind.BINARY, BilibiliPacketCodec.encode(packet));
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
    if (context.ticks() >= events.nextWake()) {
      events.onWake();
    }
    setTimer();
  }

  private void setTimer() {
    alarm.set(Math.min(nextHeartbeat, events.nextWake()), context);
  }

  /** If the socket closes during the authentication, the token may have been refused. */
  @Override
  public Setback onClosed(Closed why) {
    boolean refused = stage == Stage.AUTHENTICATING;
    stage = Stage.CLOSED;
    nextHeartbeat = Alarm.NEVER;
    setTimer();
    return Setback.of(refused ? Verdict.RESOLVE : Verdict.NEXT_DIAL, why);
  }

  @Override
  public void onEnd() {
    events.end();
  }

  @Override
  public String account() {
    return lookup.account();
  }
}
