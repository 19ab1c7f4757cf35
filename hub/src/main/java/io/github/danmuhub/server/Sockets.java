package io.github.danmuhub.server;

import io.github.danmuhub.server.problem.ProblemException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to a WebSocket. */
final class Sockets {
  /** What may wait for a reader's socket, in bytes; beyond it nothing more is read for it. */
  private static final int WRITE_QUEUE = 128 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private Sockets() {}

  /**
   * Opens it at once.
   *
   * @throws ProblemException where the request asks for no WebSocket
   */
  static void upgrade(RoutingContext context, Consumer<ServerWebSocket> opened) {
    Handshake.check(context.request());
    context
        .request()
        .toWebSocket()
        .onSuccess(
            socket -> {
              socket.setWriteQueueMaxSize(WRITE_QUEUE);
              BackPressure.install(context.request().connection());
              socket.exceptionHandler(broken -> broken(socket, broken));
              Pings.start(context.vertx(), socket, Pings.EVERY_MS);
              opened.accept(socket);
            })
        .onFailure(refused -> LOG.debug("A WebSocket was not opened: {}", refused.getMessage()));
  }

  /** Vert.x tells of what is broken or too large and leaves the socket open; we close it. */
  private static void broken(ServerWebSocket socket, Throwable broken) {
    LOG.debug("A WebSocket broke: {}", broken.getMessage());
    WebSocketCloseStatus status =
        broken instanceof CorruptedWebSocketFrameException frame
            ? frame.closeStatus()
            : WebSocketCloseStatus.MESSAGE_TOO_BIG;
    if (!socket.isClosed()) {
      socket.close((short) status.code(), "a message is broken, or larger than this hub accepts");
    }
  }
}
