package io.github.danmuhub.platform.douyin;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action.Poll;
import io.github.danmuhub.testing.RecordingContext.Action.Send;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A session and the simulated site in one room of virtual time: no socket, no sleep. */
public final class DouyinWorld {
  private static final long TICKS = 1_000;

  final RecordingContext out;
  final List<HttpCall> calls = new ArrayList<>();
  final HostedPlatform<?> site;
  final DouyinSession session;
  long now = Douyins.NOW;
  String dropped = "";

  /** Whether im/fetch answers. */
  boolean fetches = true;

  /** How long an HTTP answer takes. */
  long latency;

  /** What the user's own signer answers. */
  String signer = "Signature0000000";

  private final Deque<byte[]> toClient = new ArrayDeque<>();
  private @Nullable HostedPeer peer;
  private final PriorityQueue<Asked> asked =
      new PriorityQueue<>(Comparator.comparingLong(Asked::due));
  private long peerWake = Long.MAX_VALUE;
  private int sentSeen;
  private int askedSeen;
  private boolean mute;

  /** What the session wants by HTTP, and when. */
  private record Asked(long due, Poll fetch) {}

  DouyinWorld(SimulationOptions options) {
    this(options, Map.of());
  }

  DouyinWorld(SimulationOptions options, Map<String, String> settings) {
    this(site(options), settings);
  }

  public static HostedPlatform<?> site(SimulationOptions options) {
    return HostedPlatform.of(Douyin.ID, new Douyin(), options);
  }

  /** Another client of the same site, from now on. */
  DouyinWorld another() {
    DouyinWorld world = new DouyinWorld(site, Map.of());
    world.now = now;
    return world;
  }

  private DouyinWorld(HostedPlatform<?> site, Map<String, String> settings) {
    this.site = site;
    out = Douyins.context(settings, Credentials.NONE);
    out.http = this::answer;
    session = Douyins.session(out);
  }

  public static SimulationOptions today(Fault... faults) {
    return options(Rules.TODAY, List.of(), 5, false, faults);
  }

  /** The first visitor or message is struck, and then no more. */
  public static SimulationOptions once(Fault fault) {
    SimulationOptions today = today();
    return new SimulationOptions(
        today.rooms(),
        today.rules(),
        today.rate(),
        today.seed(),
        today.loop(),
        new PendingFaults(Map.of(fault, 1), 0));
  }

  public static SimulationOptions options(
      Rules rules, List<? extends Recorded> replay, double rate, boolean loop, Fault... faults) {
    Map<Fault, Integer> strikes = new EnumMap<>(Fault.class);
    for (Fault fault : faults) {
      strikes.put(fault, PendingFaults.ALWAYS);
    }
    return new SimulationOptions(
        List.of(new SimulatedRoom(Douyins.ROOM, replay)),
        rules,
        rate,
        42,
        loop,
        new PendingFaults(strikes, 0));
  }

  CompletableFuture<HttpReply> answer(HttpCall call) {
    calls.add(call);
    now += latency;
    timed();
    if (call.method().equals("POST")) {
      return CompletableFuture.completedFuture(HttpReply.of(200, "text/plain", signer));
    }
    if (!fetches && call.uri().getPath().equals(DouyinFetchUrl.PATH)) {
      return CompletableFuture.completedFuture(HttpReply.of(200, "text/plain", ""));
    }
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    site.onHttp(call, now, reply::complete);
    return reply;
  }

  List<Dial> resolve(Resolve why) {
    return timed().resolve(why).toCompletableFuture().join();
  }

  /** Looks up and dials the first dial. */
  DouyinWorld connect() {
    dial(resolve(Resolve.FIRST).get(0));
    return this;
  }

  /** What was recorded so far is nobody's concern any more. */
  void forget() {
    out.clear();
    sentSeen = 0;
    askedSeen = 0;
  }

  /** Looks up again, and dials one after the other until one opens. */
  Dial redial() {
    for (Dial dial : resolve(Resolve.STALE)) {
      if (dial(dial) == null) {
        return dial;
      }
    }
    throw new AssertionError("no dial opened");
  }

  /** Dials; what the session says to a refusal, or null. The line before is gone. */
  @Nullable Verdict dial(Dial dial) {
    sentSeen = out.actions().size();
    askedSeen = sentSeen;
    asked.clear();
    peer = null;
    peerWake = Long.MAX_VALUE;
    if (dial instanceof Dial.WebSocket socket) {
      try {
        peer = site.accept(HttpCall.get(socket.uri(), socket.headers()), now, new Peer());
      } catch (RefusedException e) {
        return lose(new Closed(1006, "", e.reply()));
      }
    }
    timed().onOpen(dial);
    deliver();
    return null;
  }

  /** What the session wants next. */
  Verdict lose(Closed why) {
    return timed().onClosed(why).how();
  }

  void end() {
    timed().onEnd();
  }

  /** The session, told what time it is. */
  private DouyinSession timed() {
    out.wallMs = now;
    out.ticks = TICKS + now - Douyins.NOW;
    return session;
  }

  /** When the session wants to be woken. */
  private long sessionWake() {
    return out.wakeAt() == Long.MAX_VALUE ? out.wakeAt() : out.wakeAt() - TICKS + Douyins.NOW;
  }

  /** The client's frames no longer arrive. */
  DouyinWorld mute() {
    mute = true;
    return this;
  }

  /** Lets time pass, in the order in which things are due. */
  DouyinWorld pass(long ms) {
    long end = now + ms;
    for (long due = due(); due <= end; due = due()) {
      now = Math.max(now, due);
      step();
      deliver();
    }
    now = end;
    return this;
  }

  private long due() {
    long answer = asked.isEmpty() ? Long.MAX_VALUE : asked.element().due();
    return Math.min(answer, Math.min(peerWake, sessionWake()));
  }

  private void step() {
    if (sessionWake() <= now) {
      out.woken();
      timed().onWake();
    } else if (peerWake <= now) {
      peerWake = Long.MAX_VALUE;
      requireNonNull(peer).onWake(now);
    } else {
      Poll fetch = asked.remove().fetch();
      HttpReply reply = out.http(fetch.call()).toCompletableFuture().join();
      timed().onPolled(fetch.call(), reply);
    }
  }

  private void deliver() {
    boolean moved = true;
    while (moved) {
      moved = !toClient.isEmpty();
      if (moved) {
        timed().onFrame(FrameKind.BINARY, ByteBuffer.wrap(toClient.remove()));
      }
      for (; sentSeen < out.actions().size(); sentSeen++) {
        if (out.actions().get(sentSeen) instanceof Send sent && peer != null && !mute) {
          peer.onFrame(sent.kind(), sent.bytes(), now);
          moved = true;
        }
      }
    }
    for (; askedSeen < out.actions().size(); askedSeen++) {
      if (out.actions().get(askedSeen) instanceof Poll fetch) {
        asked.add(new Asked(now + fetch.delayMs(), fetch));
      }
    }
  }

  private final class Peer implements PeerSocket {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      toClient.add(Douyins.bytes(bytes));
    }

    @Override
    public void wakeAt(long epochMs) {
      peerWake = epochMs;
    }

    @Override
    public void drop(String why) {
      dropped = why;
      peerWake = Long.MAX_VALUE;
    }
  }

  long tally(String name) {
    return site.tallies().getOrDefault(name, 0L);
  }
}
