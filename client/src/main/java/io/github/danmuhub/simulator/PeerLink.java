package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.CloseCode;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ties a simulated peer to its socket. What the peer does before the socket is open waits for it. A
 * peer that throws costs its own connection only. On the loop.
 */
final class PeerLink implements SocketListener, PeerSocket {
  private final Loop loop;
  private final Consumer<RuntimeException> failures;
  private final List<Consumer<Socket>> early = new ArrayList<>();
  private Loop.Timer wake = () -> {};
  private @Nullable HostedPeer peer;
  private @Nullable Socket socket;
  private boolean ended;

  PeerLink(Loop loop, Consumer<RuntimeException> failures) {
    this.loop = loop;
    this.failures = failures;
  }

  void attach(HostedPeer accepted) {
    peer = accepted;
  }

  /** A link without a peer, which closes its socket as soon as it is open. */
  PeerLink failing(String why) {
    fail(why);
    return this;
  }

  @Override
  public void onOpen(Socket opened) {
    socket = opened;
    early.forEach(action -> action.accept(opened));
    early.clear();
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    guard(one -> one.onFrame(kind, bytes, loop.wallMs()));
  }

  @Override
  public void onClosed(Closed why) {
    ended = true;
    wake.cancel();
    guard(one -> one.onClosed(loop.wallMs()));
  }

  private void guard(Consumer<HostedPeer> call) {
    try {
      if (peer != null) {
        call.accept(peer);
      }
    } catch (RuntimeException e) {
      failures.accept(e);
      fail("the simulated site failed");
    }
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    if (socket != null) {
      socket.send(kind, bytes);
    } else {
      ByteBuffer copy = copy(bytes);
      early.add(opened -> opened.send(kind, copy));
    }
  }

  @Override
  public void drop(String why) {
    whenOpen(opened -> opened.drop(why));
  }

  private void fail(String why) {
    whenOpen(opened -> opened.close(CloseCode.FAILED, why));
  }

  void reset() {
    whenOpen(Socket::reset);
  }

  private void whenOpen(Consumer<Socket> action) {
    if (socket != null) {
      action.accept(socket);
    } else {
      early.add(action);
    }
  }

  @Override
  public void wakeAt(long epochMs) {
    wake.cancel();
    if (!ended) {
      wake = loop.schedule(epochMs - loop.wallMs(), () -> guard(one -> one.onWake(loop.wallMs())));
    }
  }

  static ByteBuffer copy(ByteBuffer bytes) {
    return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
  }
}
