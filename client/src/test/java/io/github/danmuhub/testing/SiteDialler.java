package io.github.danmuhub.testing;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Http;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A way out that leads to a simulated site in memory: no sockets, the loop's time. For HTTP and
 * WebSockets.
 */
public final class SiteDialler implements Dialler {
  /** All that was asked over HTTP, in order. */
  public final List<HttpCall> asked = new ArrayList<>();

  private final VirtualLoop loop;
  private final HostedPlatform<?> site;
  private UnaryOperator<Answered> answers = answered -> answered;

  /** A question and what the site answers. */
  public record Answered(HttpCall call, HttpReply reply) {}

  public SiteDialler(VirtualLoop loop, HostedPlatform<?> site) {
    this.loop = loop;
    this.site = site;
  }

  /** What the network, or a stricter site, makes of answers from now on. */
  public void answers(UnaryOperator<Answered> changed) {
    answers = changed;
  }

  @Override
  public Http http() {
    return call -> {
      CompletableFuture<HttpReply> answer = new CompletableFuture<>();
      asked.add(call);
      loop.execute(
          () ->
              site.onHttp(
                  call,
                  loop.wallMs(),
                  reply -> answer.complete(answers.apply(new Answered(call, reply)).reply())));
      return answer;
    };
  }

  @Override
  public void dial(Dial dial, SocketListener listener) {
    if (!(dial instanceof Dial.WebSocket socket)) {
      throw new IllegalArgumentException("only WebSockets lead to a site in memory");
    }
    loop.execute(() -> new Link(listener).open(HttpCall.get(socket.uri(), socket.headers())));
  }

  /** One socket: our end of it, and the site's. */
  private final class Link implements Socket {
    private final SocketListener listener;
    private final SiteEnd siteEnd = new SiteEnd();
    private @Nullable HostedPeer peer;
    private Loop.@Nullable Timer timer;
    private boolean over;

    Link(SocketListener listener) {
      this.listener = listener;
    }

    void open(HttpCall handshake) {
      try {
        peer = site.accept(handshake, loop.wallMs(), siteEnd);
        listener.onOpen(this);
      } catch (RefusedException refused) {
        listener.onClosed(Closed.refused(refused.reply()));
      }
    }

    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      ByteBuffer copy = copy(bytes);
      later(() -> peer().onFrame(kind, copy, loop.wallMs()));
    }

    private HostedPeer peer() {
      return Objects.requireNonNull(peer, "nobody was accepted");
    }

    private void later(Runnable task) {
      loop.execute(
          () -> {
            if (!over) {
              task.run();
            }
          });
    }

    @Override
    public void close(int code, String reason) {
      end(Closed.by(code, reason));
    }

    @Override
    public void drop(String why) {
      end(Closed.gone(why));
    }

    private void end(Closed why) {
      if (!over) {
        over = true;
        siteEnd.wakeAt(Long.MAX_VALUE);
        peer().onClosed(loop.wallMs());
        loop.execute(() -> listener.onClosed(why));
      }
    }

    private final class SiteEnd implements PeerSocket {
      @Override
      public void send(FrameKind kind, ByteBuffer bytes) {
        ByteBuffer copy = copy(bytes);
        later(() -> listener.onFrame(kind, copy));
      }

      @Override
      public void wakeAt(long epochMs) {
        if (timer != null) {
          timer.cancel();
        }
        if (epochMs != Long.MAX_VALUE) {
          long delay = Math.max(0, epochMs - loop.wallMs());
          timer = loop.schedule(delay, () -> peer().onWake(loop.wallMs()));
        }
      }

      @Override
      public void drop(String why) {
        later(() -> end(Closed.gone(why)));
      }
    }
  }

  private static ByteBuffer copy(ByteBuffer bytes) {
    return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
  }
}
