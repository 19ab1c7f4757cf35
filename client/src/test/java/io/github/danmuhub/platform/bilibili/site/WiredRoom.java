package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A session and a simulated site, wired in memory under a virtual clock. No sockets, no sleep. */
public final class WiredRoom {
  private static final long NEVER = Long.MAX_VALUE;

  public final RecordingContext out;
  public final RoomSession session;

  private final HostedPlatform<?> site;
  private @Nullable HostedPeer peer;
  private boolean open;
  private boolean tcp;
  private long peerWake = NEVER;
  private ByteBuffer stream = ByteBuffer.allocate(0);
  private @Nullable Setback setback;
  private int seen;

  public WiredRoom(
      HostedPlatform<?> site, String room, Credentials who, Map<String, String> settings) {
    this.site = site;
    out = new RecordingContext(new Settings("bilibili", settings, who, false));
    out.http = this::answer;
    session = new Bilibili().open(new RoomRef("bilibili", room), out);
  }

  public static WiredRoom anonymous(HostedPlatform<?> site, String room) {
    return new WiredRoom(site, room, Credentials.NONE, Map.of());
  }

  /** Looks up and dials. */
  public WiredRoom connect(Resolve why) throws LookupException {
    return dial(resolve(why).get(0));
  }

  public List<Dial> resolve(Resolve why) throws LookupException {
    try {
      return session.resolve(why).toCompletableFuture().get();
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
    site.onHttp(call, out.wallMs(), reply::complete);
    return reply;
  }

  public WiredRoom dial(Dial dial) {
    stream = ByteBuffer.allocate(0);
    tcp = dial instanceof Dial.Tcp;
    open = true;
    try {
      peer = site.accept(handshake(dial), out.wallMs(), new Peer());
    } catch (RefusedException e) {
      throw new AssertionError(e);
    }
    session.onOpen(dial);
    pump();
    return this;
  }

  private HostedPeer peer() {
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
        peer().onFrame(send.kind(), send.bytes(), out.wallMs());
      }
    }
  }

  /** Lets time pass, with everything that falls due in it. */
  public WiredRoom pass(long ms) {
    long end = out.wallMs() + ms;
    while (open && Math.min(peerWake, sessionWake()) <= end) {
      out.pass(Math.max(0, Math.min(peerWake, sessionWake()) - out.wallMs()));
      if (peerWake <= out.wallMs()) {
        peerWake = NEVER;
        peer().onWake(out.wallMs());
      } else {
        out.woken();
        session.onWake();
      }
      pump();
    }
    out.pass(end - out.wallMs());
    return this;
  }

  /** By the wall clock. */
  private long sessionWake() {
    return out.wakeAt() == NEVER ? NEVER : out.wakeAt() - out.ticks() + out.wallMs();
  }

  /** What the session said when its socket closed; null while it is open. */
  @Nullable Verdict verdict() {
    return setback == null ? null : setback.how();
  }

  public boolean isOpen() {
    return open;
  }

  /** Cuts the socket, as a network does. */
  public void cut() {
    open = false;
    peer().onClosed(out.wallMs());
    setback = session.onClosed(Closed.gone("cut"));
  }

  /** What the room said, without what is said of the connection. */
  public List<LiveEvent> events() {
    return out.events().stream().filter(event -> !(event instanceof Connection)).toList();
  }

  private final class Peer implements PeerSocket {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      if (tcp) {
        receiveStream(bytes);
      } else {
        session.onFrame(kind, bytes);
      }
    }

    @Override
    public void wakeAt(long epochMs) {
      peerWake = epochMs;
    }

    @Override
    public void drop(String why) {
      open = false;
      setback = session.onClosed(Closed.gone(why));
    }
  }

  private void receiveStream(ByteBuffer bytes) {
    ByteBuffer joined = ByteBuffer.allocate(stream.remaining() + bytes.remaining());
    stream = joined.put(stream).put(bytes).flip();
    try {
      for (int n = next(); n > 0 && open; n = next()) {
        ByteBuffer frame = stream.slice(stream.position(), n);
        stream.position(stream.position() + n);
        session.onFrame(FrameKind.BINARY, frame);
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
