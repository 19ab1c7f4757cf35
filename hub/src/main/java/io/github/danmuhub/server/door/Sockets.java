package io.github.danmuhub.server.door;

import io.github.danmuhub.server.problem.ProblemException;
import io.github.danmuhub.transport.FrameScan;
import io.github.danmuhub.transport.TextFrames;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxConnection;
import io.vertx.core.net.impl.VertxHandler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to a WebSocket. */
public final class Sockets {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private final int maxMessage;

  /**
   * Opens them with this bound.
   *
   * @param maxMessage bytes of a message that a client may send
   */
  public Sockets(int maxMessage) {
    this.maxMessage = maxMessage;
  }

  /**
   * Opens it at once.
   *
   * @throws ProblemException where the request asks for no WebSocket
   */
  public void upgrade(RoutingContext context, Consumer<DoorSocket> opened) {
    Handshake.check(context.request());
    context
        .request()
        .toWebSocket()
        .onSuccess(socket -> opened.accept(open(context, socket)))
        .onFailure(refused -> LOG.debug("A WebSocket was not opened: {}", refused.getMessage()));
  }

  private DoorSocket open(RoutingContext context, ServerWebSocket socket) {
    ConnectionBase netty = (ConnectionBase) context.request().connection();
    ChannelPipeline pipeline = netty.channelHandlerContext().pipeline();
    FrameScan.atServer(pipeline, maxMessage, TextFrames.CHECKED);
    VertxConnection connection = pipeline.get(VertxHandler.class).getConnection();
    return new DoorSocket(context.vertx(), socket, connection, maxMessage);
  }
}
