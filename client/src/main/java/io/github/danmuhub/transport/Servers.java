package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.wire.Bounds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.util.function.Supplier;

/** Opens ports on 127.0.0.1. Compression is off: Vert.x would inflate without a bound. */
final class Servers {
  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx;
  private final Deadlines deadlines;

  Servers(Vertx vertx, Deadlines deadlines) {
    this.vertx = vertx;
    this.deadlines = deadlines;
  }

  ListeningPort http(VertxLoop loop, int port, ServerHandler handler) throws IOException {
    HttpServer server = vertx.createHttpServer(httpOptions());
    server.connectionHandler(RawTargets::install);
    server.requestHandler(request -> new IncomingRequest(request, handler).read());
    listening(loop, () -> server.listen(port, LOOPBACK), port);
    return new ListeningPort(server.actualPort(), server::close);
  }

  ListeningPort tcp(VertxLoop loop, int port, Framing framing, Supplier<SocketListener> accept)
      throws IOException {
    NetServer server = vertx.createNetServer(new NetServerOptions());
    server.connectHandler(
        socket -> new TcpLink((NetSocketInternal) socket, framing, accept.get()).onOpen());
    listening(loop, () -> server.listen(port, LOOPBACK), port);
    return new ListeningPort(server.actualPort(), server::close);
  }

  /** Listens from the loop, since that is where Vert.x then serves. */
  private static <T> void listening(VertxLoop loop, Supplier<Future<T>> listen, int port)
      throws IOException {
    try {
      Blocking.forResult(
          Future.<T>future(done -> loop.execute(() -> begun(listen).onComplete(done))));
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on %s:%d: %s".formatted(LOOPBACK, port, e.getMessage()), e);
    }
  }

  /**
   * What Vert.x throws at once becomes a failed future like any other failure: callers wait for
   * one.
   */
  private static <T> Future<T> begun(Supplier<Future<T>> listen) {
    return Future.succeededFuture().compose(now -> listen.get());
  }

  private HttpServerOptions httpOptions() {
    return new HttpServerOptions()
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(Bounds.FRAME)
        .setMaxWebSocketMessageSize(Bounds.FRAME)
        .setWebSocketClosingTimeout(Math.max(1, deadlines.closingMs() / 1000))
        .setMaxHeaderSize(SocketBounds.HEADERS)
        .setMaxInitialLineLength(SocketBounds.REQUEST_LINE);
  }
}
