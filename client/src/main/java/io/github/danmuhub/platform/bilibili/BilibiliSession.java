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
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.LegacySession;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.bilibili.message.BilibiliEvents;
import io.github.danmuhub.platform.bilibili.packet.BilibiliAuth;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The conversation: authentication first, then a heartbeat every 30 s, and messages all the while.
 */
final class BilibiliSession implements LegacySession {
  static final long HEARTBEAT_MS = 30_000;
  private static final byte[] WEB_HEARTBEAT = "[object Object]".getBytes(US_ASCII);
  // an echo behind the reply would break the stream into pieces
  private static final byte[] TCP_HEARTBEAT = {};

  private final RoomRef room;
  private final BilibiliSettings settings;
  private final RandomGenerator random;
  private final BilibiliLookup lookup;
  private final BilibiliEvents events;
  private final BilibiliPacketCodec codec;
  private final Alarm alarm = new Alarm();

  private BilibiliLookup.@Nullable Found found;
  private Stage stage = Stage.CLOSED;
  private boolean tcp;
  private long nextHeartbeat = Alarm.NEVER;

  private enum Stage {
    CLOSED,
    AUTHENTICATING,
    LIVE
  }

  BilibiliSession(RoomRef room, RoomOptions options) {
    this.room = room;
    settings = BilibiliSettings.of(options.settings());
    random = options.random();
    lookup = new BilibiliLookup(room.room(), new BilibiliVisitorLookup(options.credentials()));
    events = new BilibiliEvents(room, options);
    codec = new BilibiliPacketCodec(options.decompressors());
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
    return lookup
        .find(new BilibiliApi(http, settings.userAgent()), why, now)
        .thenApply(what -> learn(what, now, out));
  }

  private List<Dial> learn(BilibiliLookup.Found what, long now, Out out) {
    found = what;
    if (what.room().owner() != 0) {
      events.anchor(Long.toString(what.room().owner()));
    }
    tell(what.room(), Origin.ours(room.platform(), room.room(), now), out);
    return what.servers().dials(settings);
  }

  private void tell(BilibiliRoomInfo info, Origin origin, Out out) {
    info.room(origin).ifPresent(out::emit);
    Broadcast broadcast = info.broadcast(origin);
    if (events.known(broadcast.state())) {
      out.emit(broadcast);
    }
    info.stats(origin).ifPresent(out::emit);
  }

  @Override
  public void onOpen(Dial dial, long now, Out out) {
    BilibiliLookup.Found known = found;
    if (known == null) {
      out.reconnect(Verdict.RESOLVE, 0, "the room was not looked up");
      return;
    }
    tcp = dial instanceof Dial.Tcp;
    stage = Stage.AUTHENTICATING;
    nextHeartbeat = Alarm.NEVER;
    BilibiliAuth auth =
        new BilibiliAuth(
            known.visitor().uid(),
            known.room().id(),
            settings.protover(),
            known.visitor().buvid3(),
            known.servers().token());
    out.send(FrameKind.BINARY, BilibiliPacketCodec.encode(auth.packet(random)));
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes, long now, Out out) {
    switch (kind) {
      case BINARY -> codec.decode(onHeap(bytes), new Reader(now, out));
      case TEXT -> out.malformed("text frame", bytes);
      case PING, PONG, POLLED -> {}
    }
    setTimer(out);
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
    private final long now;
    private final Out out;

    Reader(long now, Out out) {
      this.now = now;
      this.out = out;
    }

    @Override
    public void onPacket(BilibiliPacket packet) {
      ByteBuffer body = packet.body();
      switch (packet.operation()) {
        case BilibiliPacket.MESSAGE -> events.onMessage(body, now, out);
        case BilibiliPacket.HEARTBEAT_REPLY -> onHeartbeatReply(body, now, out);
        case BilibiliPacket.AUTH_REPLY -> onAuthReply(body, now, out);
        default -> out.malformed("unknown operation " + packet.operation(), body);
      }
    }

    @Override
    public void onMalformed(String why, ByteBuffer raw) {
      out.malformed(why, raw);
    }
  }

  private void onAuthReply(ByteBuffer body, long now, Out out) {
    try {
      int code = BilibiliAuth.readReply(body);
      if (code != BilibiliAuth.OK) {
        stage = Stage.CLOSED;
        nextHeartbeat = Alarm.NEVER;
        out.reconnect(Verdict.RESOLVE, code, refusal(code));
      } else if (stage != Stage.LIVE) {
        stage = Stage.LIVE;
        out.live();
        heartbeat(now, out);
      }
    } catch (MalformedException e) {
      out.malformed(e.why(), body);
    }
  }

  private static String refusal(int code) {
    return code == BilibiliAuth.TOKEN_REFUSED
        ? "the token is refused (code -101)"
        : "the authentication is refused (code %d)".formatted(code);
  }

  /** Popularity is a constant 1 since 2023; what it told is in other messages now. */
  private void onHeartbeatReply(ByteBuffer body, long now, Out out) {
    if (body.remaining() < Integer.BYTES) {
      out.malformed("heartbeat reply has no popularity", body);
      return;
    }
    out.answered();
    long popularity = body.getInt(body.position()) & 0xffff_ffffL;
    if (popularity > 1) {
      Origin origin = Origin.ours(room.platform(), room.room(), now);
      out.emit(new Stats(origin, Map.of(Figure.POPULARITY, popularity)));
    }
  }

  private void heartbeat(long now, Out out) {
    nextHeartbeat = now + HEARTBEAT_MS;
    byte[] body = tcp ? TCP_HEARTBEAT : WEB_HEARTBEAT;
    BilibiliPacket packet = BilibiliPacket.control(BilibiliPacket.HEARTBEAT, body);
    out.heartbeat(FrameKind.BINARY, BilibiliPacketCodec.encode(packet));
  }

  @Override
  public void onHttp(int tag, HttpReply reply, long now, Out out) {
    // asks for nothing beside its socket
  }

  @Override
  public void onWake(long now, Out out) {
    alarm.rang();
    if (now >= nextHeartbeat) {
      heartbeat(now, out);
    }
    if (now >= events.nextWake()) {
      events.onWake(now, out);
    }
    setTimer(out);
  }

  @Override
  public void onClockSetBack(long byMs) {
    nextHeartbeat = Alarm.earlier(nextHeartbeat, byMs);
    events.onClockSetBack(byMs);
  }

  private void setTimer(Out out) {
    alarm.set(Math.min(nextHeartbeat, events.nextWake()), out);
  }

  /** If the socket closes during the authentication, the token may have been refused. */
  @Override
  public Verdict onClosed(Closed why, long now, Out out) {
    boolean refused = stage == Stage.AUTHENTICATING;
    stage = Stage.CLOSED;
    nextHeartbeat = Alarm.NEVER;
    setTimer(out);
    return refused ? Verdict.RESOLVE : Verdict.NEXT_DIAL;
  }

  @Override
  public void onEnd(long now, Out out) {
    events.end(out);
  }

  @Override
  public String account() {
    return lookup.account();
  }
}
