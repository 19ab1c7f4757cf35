package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.HttpReply;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.message.PrintedNumber;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinRefusal;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.douyin.page.RoomInfo;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoCache;
import io.github.danmuhub.wire.ProtoReader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The conversation: a heartbeat right after the socket opens and every 10 s, an ack for every frame
 * that wants one, before its messages are handled.
 *
 * <p>A socket that had let us hear something is dialled again without a lookup, behind the last
 * cursor; one that had not costs a fresh lookup.
 */
final class DouyinSession implements RoomSession {
  static final long HEARTBEAT_MS = 10_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final RoomRef room;
  private final DouyinSettings settings;
  private final DouyinVisitor visitor;
  private final DouyinLookup lookup;
  private final DouyinTickets tickets;
  private final DouyinPolling polling;
  private final DouyinEvents events;
  private final Decompressors decompressors;
  private final ProtoCache cache;

  private DouyinCursor cursor = DouyinCursor.NONE;
  private @Nullable DouyinTicket ticket;
  private boolean heard;
  private long nextHeartbeat = NEVER;
  private long wake = NEVER;

  DouyinSession(RoomRef room, RoomOptions options) {
    this.room = room;
    settings = DouyinSettings.read(options.settings());
    visitor = new DouyinVisitor(options.credentials(), options.random());
    lookup = new DouyinLookup(room.room(), visitor);
    tickets = new DouyinTickets(lookup, visitor, DouyinSigner.of(settings), options.random());
    polling = new DouyinPolling(lookup);
    events = new DouyinEvents(room, options);
    decompressors = options.decompressors();
    cache = options.cache();
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
    if (settings.signature() == DouyinSettings.Signature.URL && settings.url() != null) {
      return CompletableFuture.completedStage(
          DouyinDials.handedOver(settings.url(), cursor, visitor, room.room()));
    }
    DouyinTicket known = ticket;
    if (known != null && heard && why != Resolve.REFUSED && !events.broadcast().isOffline()) {
      heard = false;
      return CompletableFuture.completedStage(dials(known));
    }
    CompletableFuture<List<Dial>> dials = new CompletableFuture<>();
    lookup
        .room(http)
        .thenCompose(info -> learn(info, http, now, out))
        .whenComplete(
            (found, error) -> {
              if (error == null) {
                dials.complete(found);
              } else {
                dials.completeExceptionally(cause(error));
              }
            });
    return dials;
  }

  private static Throwable cause(Throwable error) {
    return error instanceof CompletionException && error.getCause() != null
        ? error.getCause()
        : error;
  }

  private CompletionStage<List<Dial>> learn(RoomInfo info, Http http, long now, Out out) {
    visitor.known(info.userUniqueId());
    tell(info, Origin.ours(room.platform(), room.room(), now), out);
    if (!info.isLive()) {
      ticket = null;
      return CompletableFuture.completedStage(DouyinDials.offline());
    }
    DouyinTicket old = ticket;
    if (old == null || !old.roomId().equals(info.roomId())) {
      cursor = DouyinCursor.NONE;
    }
    return tickets
        .ticket(http, info.roomId(), cursor, now)
        .thenApply(issued -> learn(issued, now, out));
  }

  private List<Dial> learn(DouyinTickets.Issued issued, long now, Out out) {
    boolean history = cursor.isNone();
    ticket = issued.ticket();
    cursor = cursor.then(issued.cursor().cursor(), issued.cursor().internalExt());
    issued.fetched().ifPresent(body -> messages(body, history, now, out));
    setTimer(out);
    return dials(issued.ticket());
  }

  private List<Dial> dials(DouyinTicket known) {
    return DouyinDials.live(known, cursor, visitor, room.room());
  }

  private void tell(RoomInfo info, Origin origin, Out out) {
    if (!info.title().isEmpty()) {
      out.emit(new Room(origin, info.title(), null));
    }
    Broadcast.State state =
        !info.isLive()
            ? Broadcast.State.OFFLINE
            : info.status() == RoomInfo.PAUSED ? Broadcast.State.PAUSED : Broadcast.State.LIVE;
    events.broadcast().known(state, origin, out);
    PrintedNumber.parse(info.userCount())
        .ifPresent(n -> out.emit(new Stats(origin, Map.of(Stats.Figure.ONLINE, n))));
  }

  @Override
  public void onOpen(Dial dial, long now, Out out) {
    polling.reset();
    // the handshake is the authentication: a refused one never opens
    out.live();
    DouyinTicket known = ticket;
    if (!(dial instanceof Dial.Polling)) {
      heartbeat(now, out);
      setTimer(out);
    } else if (known == null) {
      polling.watchPage(out);
    } else {
      polling.fetch(known.roomId(), cursor, 0, out);
    }
  }

  private void heartbeat(long now, Out out) {
    nextHeartbeat = now + HEARTBEAT_MS;
    out.heartbeat(FrameKind.BINARY, DouyinPacketCodec.heartbeat());
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes, long now, Out out) {
    switch (kind) {
      case BINARY -> onBinary(bytes, now, out);
      case TEXT -> out.malformed("text frame", bytes);
      case PING, PONG -> {}
    }
    afterMessages(out);
  }

  private void onBinary(ByteBuffer bytes, long now, Out out) {
    try {
      onPacket(DouyinPacketCodec.decode(bytes, cache), bytes, now, out);
    } catch (MalformedException e) {
      out.malformed(e.why(), bytes);
    }
  }

  private void onPacket(DouyinPacket packet, ByteBuffer bytes, long now, Out out)
      throws MalformedException {
    heard = true;
    switch (packet.payloadType()) {
      case DouyinPacket.MSG -> onResponse(packet, now, out);
      case DouyinPacket.HEARTBEAT -> out.answered();
      case DouyinPacket.CLOSE -> out.reconnect(Verdict.RESOLVE, 0, "Douyin said close");
      default -> unknown(packet.payloadType(), bytes, now, out);
    }
  }

  private void unknown(String payloadType, ByteBuffer bytes, long now, Out out) {
    byte[] raw = new byte[bytes.remaining()];
    bytes.duplicate().get(raw);
    Origin origin = Origin.ours(room.platform(), room.room(), now).withRaw(Raw.bytes(raw));
    out.emit(new Unknown(origin, "PushFrame:" + payloadType));
  }

  /** The cursor and internal_ext of the headers are newer than those of the body. */
  private void onResponse(DouyinPacket packet, long now, Out out) throws MalformedException {
    ByteBuffer body = DouyinPacketCodec.inflate(packet, decompressors);
    try {
      DouyinResponse response = DouyinResponseCodec.decode(body);
      DouyinCursor told =
          new DouyinCursor(response.cursor(), response.internalExt())
              .then(packet.header(DouyinPacket.CURSOR), packet.header(DouyinPacket.INTERNAL_EXT));
      if (response.needAck()) {
        out.send(FrameKind.BINARY, DouyinPacketCodec.ack(packet.logId(), told.internalExt()));
      }
      cursor = cursor.then(told.cursor(), told.internalExt());
    } catch (MalformedException e) {
      // its messages, up to the break, are not lost with it; they report the break
    }
    messages(body, false, now, out);
  }

  private void messages(ByteBuffer body, boolean history, long now, Out out) {
    try {
      DouyinResponseCodec.messages(
          new ProtoReader(body, cache), events.response(history, now, out));
    } catch (MalformedException e) {
      out.malformed(e.why(), body);
    }
  }

  private void afterMessages(Out out) {
    if (events.broadcast().isOffline()) {
      polling.watchPage(out);
    }
    setTimer(out);
  }

  @Override
  public void onHttp(int tag, HttpReply reply, long now, Out out) {
    if (tag == DouyinPolling.PAGE) {
      polling.onPage(reply, out);
    } else {
      onFetched(reply, now, out);
    }
  }

  private void onFetched(HttpReply reply, long now, Out out) {
    DouyinTicket known = ticket;
    if (known == null) {
      return;
    }
    long interval = DouyinPolling.LONGEST_MS;
    DouyinLookup.Fetched fetched = polling.onFetched(reply, out).orElse(null);
    if (fetched != null) {
      DouyinResponse response = fetched.response();
      cursor = cursor.then(response.cursor(), response.internalExt());
      interval = DouyinPolling.interval(response);
      messages(fetched.body(), false, now, out);
      afterMessages(out);
    }
    if (!polling.gaveUp()) {
      polling.fetch(known.roomId(), cursor, interval, out);
    }
  }

  @Override
  public void onWake(long now, Out out) {
    wake = NEVER;
    if (now >= nextHeartbeat) {
      heartbeat(now, out);
    }
    if (now >= events.nextWake()) {
      events.onWake(now, out);
    }
    setTimer(out);
  }

  private void setTimer(Out out) {
    long due = Math.min(nextHeartbeat, events.nextWake());
    if (due != wake && due != NEVER) {
      out.wakeAt(due);
    }
    wake = due;
  }

  @Override
  public String explain(Closed why) {
    return why.refusal() == null ? "" : DouyinRefusal.words(why.refusal());
  }

  /** Whom the socket refuses may still poll; all else needs the URL made anew: see the class. */
  @Override
  public Verdict onClosed(Closed why, long now, Out out) {
    nextHeartbeat = NEVER;
    setTimer(out);
    HttpReply refusal = why.refusal();
    if (!heard) {
      tickets.nextServer();
    }
    return refusal != null && DouyinRefusal.isOurs(refusal) ? Verdict.NEXT_DIAL : Verdict.RESOLVE;
  }
}
