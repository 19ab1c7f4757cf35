package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.LegacySession;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.RecordingOut;
import io.github.danmuhub.platform.RecordingOut.Action;
import io.github.danmuhub.platform.RefusedException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.SimulatedPeer;
import io.github.danmuhub.platform.SimulatedSite;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A session and a simulated site, wired in memory under a virtual clock. No sockets, no sleep. */
public final class WiredRoom {
  private static final long NEVER = Long.MAX_VALUE;

  public long now = 1_790_000_000_000L;
  public final RecordingOut out = new RecordingOut();
  public final LegacySession session;

  private final SimulatedSite site;
  private @Nullable SimulatedPeer peer;
  private boolean open;
  private boolean tcp;
  private long peerWake = NEVER;
  private ByteBuffer stream = ByteBuffer.allocate(0);
  private @Nullable Verdict verdict;
  private int seen;
  private int awake;

  public WiredRoom(SimulatedSite site, String room, Credentials who, Map<String, String> settings) {
    this.site = site;
    RoomOptions options = new RoomOptions(new Random(7), false, who, settings, new Decompressors());
    session = new Bilibili().open(new RoomRef("bilibili", room), options);
  }

  public static WiredRoom anonymous(SimulatedSite site, String room) {
    return new WiredRoom(site, room, Credentials.NONE, Map.of());
  }

  /** Looks up and dials. */
  public WiredRoom connect(Resolve why) throws LookupException {
    return dial(resolve(why).get(0));
  }

  public List<Dial> resolve(Resolve why) throws LookupException {
    Http http = this::answer;
    try {
      return session.resolve(http, why, now, out).toCompletableFuture().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LookupException lookup) {
        throw lookup;
      }
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private CompletableFuture<HttpReply> answer(HttpCall call) {
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    site.onHttp(call, now, reply::complete);
    return reply;
  }

  public WiredRoom dial(Dial dial) {
    stream = ByteBuffer.allocate(0);
    tcp = dial instanceof Dial.Tcp;
    open = true;
    try {
      peer = site.accept(handshake(dial), now, new Peer());
    } catch (RefusedException e) {
      throw new AssertionError(e);
    }
    session.onOpen(dial, now, out);
    pump();
    return this;
  }

  private SimulatedPeer peer() {
    return Objects.requireNonNull(peer, "dial first");
  }

  private static @Nullable HttpCall handshake(Dial dial) {
    return dial instanceof Dial.WebSocket ws ? HttpCall.get(ws.uri(), ws.headers()) : null;
  }

  /** Hands over what the session sent since the last time. */
  private void pump() {
    while (seen < out.actions().size()) {
      Action action = out.actions().get(seen++);
      if (action instanceof Action.Send send && open) {
        peer().onFrame(send.kind(), send.bytes(), now);
      }
    }
  }

  /** Lets time pass, with everything that falls due in it. */
  public WiredRoom pass(long ms) {
    long end = now + ms;
    while (open && Math.min(peerWake, sessionWake()) <= end) {
      now = Math.max(now, Math.min(peerWake, sessionWake()));
      if (peerWake <= now) {
        peerWake = NEVER;
        peer().onWake(now);
      } else {
        awake = sessionWakes();
        session.onWake(now, out);
      }
      pump();
    }
    now = end;
    return this;
  }

  private int sessionWakes() {
    return out.all(Action.WakeAt.class).size();
  }

  private long sessionWake() {
    List<Action.WakeAt> wakes = out.all(Action.WakeAt.class);
    return wakes.size() <= awake ? NEVER : wakes.get(wakes.size() - 1).epochMs();
  }

  /** What the session said when its socket closed; null while it is open. */
  @Nullable Verdict verdict() {
    return verdict;
  }

  public boolean isOpen() {
    return open;
  }

  /** Cuts the socket, as a network does. */
  public void cut() {
    open = false;
    peer().onClosed(now);
    verdict = session.onClosed(Closed.gone("cut"), now, out);
  }

  /** What the room said, without what is said of the connection. */
  public List<LiveEvent> events() {
    return out.events().stream().filter(event -> !(event instanceof Connection)).toList();
  }

  private final class Peer implements PeerOut {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      if (tcp) {
        receiveStream(bytes);
      } else {
        session.onFrame(kind, bytes, now, out);
      }
    }

    @Override
    public void wakeAt(long epochMs) {
      peerWake = epochMs;
    }

    @Override
    public void drop(String why) {
      open = false;
      verdict = session.onClosed(Closed.gone(why), now, out);
    }
  }

  private void receiveStream(ByteBuffer bytes) {
    ByteBuffer joined = ByteBuffer.allocate(stream.remaining() + bytes.remaining());
    stream = joined.put(stream).put(bytes).flip();
    try {
      for (int n = next(); n > 0 && open; n = next()) {
        ByteBuffer frame = stream.slice(stream.position(), n);
        stream.position(stream.position() + n);
        session.onFrame(FrameKind.BINARY, frame, now, out);
      }
    } catch (MalformedException e) {
      out.malformed(e.why(), stream);
      cut();
    }
  }

  private int next() throws MalformedException {
    return site.framing().orElseThrow().next(stream);
  }
}
