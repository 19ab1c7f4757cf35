package io.github.danmuhub.cli;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LegacySession;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.PendingFaults;
import io.github.danmuhub.platform.RefusedException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.SimulatedPeer;
import io.github.danmuhub.platform.SimulatedSite;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.Rules;
import io.github.danmuhub.platform.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.Decompressors;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's script and the session that hears it, wired in memory under a virtual clock: a
 * day of a room at the machine's speed.
 */
final class ScriptedRoom {
  private static final RoomRef ROOM = new RoomRef("bilibili", "545068");
  private static final long NEVER = Long.MAX_VALUE;

  private final SimulatedSite site;
  private final LegacySession session;
  private final Consumer<LiveEvent> sink;
  private final Queue<ByteBuffer> toPeer = new ArrayDeque<>();
  private final SessionEnd sessionEnd = new SessionEnd();
  private long now;
  private long sessionWake = NEVER;
  private long peerWake = NEVER;

  ScriptedRoom(long start, double messagesPerSecond, Consumer<LiveEvent> sink) {
    this.now = start;
    this.sink = sink;
    List<SimulatedRoom> rooms = List.of(new SimulatedRoom(ROOM, List.of()));
    Bilibili platform = new Bilibili();
    site =
        platform.simulate(
            new SimulationOptions(
                rooms, Rules.TODAY, messagesPerSecond, 1, false, PendingFaults.none()));
    site.onListening(1, 2);
    session =
        platform.open(
            ROOM,
            new RoomOptions(new Random(7), false, Credentials.NONE, Map.of(), new Decompressors()));
  }

  /** Lets so much time pass. */
  void pass(long ms) throws Exception {
    long end = now + ms;
    Dial.WebSocket dial =
        (Dial.WebSocket)
            session
                .resolve(this::answer, Resolve.FIRST, now, sessionEnd)
                .toCompletableFuture()
                .get()
                .get(0);
    SimulatedPeer peer = accept(dial);
    session.onOpen(dial, now, sessionEnd);
    handOver(peer);
    for (long next = next(); next <= end; next = next()) {
      now = Math.max(now, next);
      if (peerWake <= now) {
        peerWake = NEVER;
        peer.onWake(now);
      } else {
        sessionWake = NEVER;
        session.onWake(now, sessionEnd);
      }
      handOver(peer);
    }
    session.onEnd(now, sessionEnd);
  }

  private long next() {
    return Math.min(peerWake, sessionWake);
  }

  private SimulatedPeer accept(Dial.WebSocket dial) throws RefusedException {
    return site.accept(HttpCall.get(dial.uri(), dial.headers()), now, new PeerEnd());
  }

  private CompletableFuture<HttpReply> answer(HttpCall call) {
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    site.onHttp(call, now, reply::complete);
    return reply;
  }

  private void handOver(SimulatedPeer peer) {
    for (ByteBuffer frame = toPeer.poll(); frame != null; frame = toPeer.poll()) {
      peer.onFrame(FrameKind.BINARY, frame, now);
    }
  }

  private final class PeerEnd implements PeerOut {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      session.onFrame(kind, bytes, now, sessionEnd);
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

  private final class SessionEnd implements Out {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      toPeer.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
    }

    @Override
    public void emit(LiveEvent event, @Nullable String key) {
      sink.accept(event);
    }

    @Override
    public void live() {}

    @Override
    public void answered() {}

    @Override
    public void malformed(String why, ByteBuffer raw) {
      throw new AssertionError(why);
    }

    @Override
    public void fetch(int tag, HttpCall call, long delayMs) {
      throw new AssertionError("asks for " + call.uri());
    }

    @Override
    public void wakeAt(long epochMs) {
      sessionWake = epochMs;
    }

    @Override
    public void reconnect(Verdict how, int code, String why) {
      throw new AssertionError(why);
    }
  }
}
