package io.github.danmuhub.cli;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.OfflineContext;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's script and the session that hears it, wired in memory under a virtual clock: a
 * day of a room at the machine's speed.
 */
final class ScriptedRoom {
  private static final RoomRef ROOM = new RoomRef("bilibili", "545068");
  private static final long NEVER = Long.MAX_VALUE;

  private final HostedPlatform<?> site;
  private final RoomSession session;
  private final Consumer<LiveEvent> sink;
  private final Queue<ByteBuffer> toPeer = new ArrayDeque<>();
  private final SessionEnd sessionEnd = new SessionEnd();
  private long now;
  private long sessionWake = NEVER;
  private long peerWake = NEVER;

  ScriptedRoom(long start, double messagesPerSecond, Consumer<LiveEvent> sink) {
    this.now = start;
    this.sink = sink;
    sessionEnd.setTime(start);
    List<SimulatedRoom> rooms = List.of(new SimulatedRoom(ROOM, List.of()));
    Bilibili platform = new Bilibili();
    site =
        HostedPlatform.of(
            platform.id(),
            platform,
            new SimulationOptions(
                rooms, Rules.TODAY, messagesPerSecond, 1, false, PendingFaults.none()));
    site.onListening(1, 2);
    session = platform.open(ROOM, sessionEnd);
  }

  /** Lets so much time pass. */
  void pass(long ms) throws Exception {
    long end = now + ms;
    Dial.WebSocket dial =
        (Dial.WebSocket) session.resolve(Resolve.FIRST).toCompletableFuture().get().get(0);
    HostedPeer peer = accept(dial);
    session.onOpen(dial);
    handOver(peer);
    for (long next = next(); next <= end; next = next()) {
      now = Math.max(now, next);
      sessionEnd.setTime(now);
      if (peerWake <= now) {
        peerWake = NEVER;
        peer.onWake(now);
      } else {
        sessionWake = NEVER;
        session.onWake();
      }
      handOver(peer);
    }
    session.onEnd();
  }

  private long next() {
    return Math.min(peerWake, sessionWake);
  }

  private HostedPeer accept(Dial.WebSocket dial) throws RefusedException {
    return site.accept(HttpCall.get(dial.uri(), dial.headers()), now, new PeerEnd());
  }

  private void handOver(HostedPeer peer) {
    for (ByteBuffer frame = toPeer.poll(); frame != null; frame = toPeer.poll()) {
      peer.onFrame(FrameKind.BINARY, frame, now);
    }
  }

  private final class PeerEnd implements PeerSocket {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      session.onFrame(kind, bytes);
    }

    @Override
    public void wakeAt(long epochMs) {
      peerWake = epochMs;
    }

    @Override
    public void drop(String why) {
      throw new AssertionError("dropped: " + why);
    }
  }

  private final class SessionEnd extends OfflineContext {
    SessionEnd() {
      super(Settings.none(ROOM.platform()));
    }

    @Override
    public CompletionStage<HttpReply> http(HttpCall call) {
      CompletableFuture<HttpReply> answer = new CompletableFuture<>();
      site.onHttp(
          cookies().onto(call),
          now,
          reply -> {
            cookies().keep(call.uri(), reply);
            answer.complete(reply);
          });
      return answer;
    }

    @Override
    public void poll(HttpCall call, long delayMs) {
      throw new AssertionError("polls " + call.uri());
    }

    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      toPeer.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
    }

    @Override
    public void emit(LiveEvent event, @Nullable String key) {
      sink.accept(event);
    }

    @Override
    public void wakeAt(long ticks) {
      sessionWake = ticks;
    }

    @Override
    public void malformed(String why, ByteBuffer raw) {
      throw new AssertionError(why);
    }

    @Override
    public void reconnect(Setback why) {
      throw new AssertionError(why.why());
    }
  }
}
