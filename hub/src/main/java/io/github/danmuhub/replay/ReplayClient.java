package io.github.danmuhub.replay;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import io.github.danmuhub.transport.Transport;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Says to a server on this machine what the client of a captured socket said. */
public final class ReplayClient implements AutoCloseable {
  private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private final Transport transport = Transport.create(1);
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private final AtomicLong heard = new AtomicLong();

  /**
   * Dials at once.
   *
   * @param to {@code ws://} of this machine only: a capture may hold what others must not hear
   * @throws IllegalArgumentException in words, if it is elsewhere
   */
  public ReplayClient(Tape tape, URI to, double speed, boolean again) {
    if (!OWN_MACHINE.contains(String.valueOf(to.getHost())) || !"ws".equals(to.getScheme())) {
      transport.close();
      throw new IllegalArgumentException(
          to + ": a capture is sent to this machine only; write ws://127.0.0.1:PORT/");
    }
    Loop loop = transport.nextLoop();
    Player player =
        new Player(
            tape, true, new Player.Pace(speed, again), loop, () -> end.complete("all is said"));
    Dial.WebSocket dial = new Dial.WebSocket(to, Headers.NONE, new Pace(0, 0));
    loop.execute(() -> transport.dialler(loop, Route.DIRECT).dial(dial, new Counted(player)));
  }

  /** Completes, in words, when all is said or the socket is gone. */
  public CompletableFuture<String> end() {
    return end;
  }

  /** How many frames came back. */
  public long heard() {
    return heard.get();
  }

  @Override
  public void close() {
    transport.close();
  }

  private final class Counted implements SocketListener {
    private final Player player;

    Counted(Player player) {
      this.player = player;
    }

    @Override
    public void onOpen(Socket socket) {
      player.onOpen(socket);
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      heard.incrementAndGet();
      player.onFrame(kind, bytes);
    }

    @Override
    public void onClosed(Closed why) {
      end.complete(why.words());
      player.onClosed(why);
    }
  }
}
