package io.github.danmuhub.transport;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.Bounds;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.URI;
import java.net.URISyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request while it is read, counted as it arrives, and answered. */
final class IncomingRequest implements Incoming {
  private static final Logger LOG = LoggerFactory.getLogger(IncomingRequest.class);

  private final HttpServerRequest request;
  private final ServerHandler handler;
  private final Buffer body = Buffer.buffer();
  private URI uri = URI.create("/");
  private boolean answered;

  IncomingRequest(HttpServerRequest request, ServerHandler handler) {
    this.request = request;
    this.handler = handler;
  }

  void read() {
    if (wantsWebSocket()) {
      hand();
      return;
    }
    request.handler(this::append);
    request.endHandler(ignored -> hand());
  }

  private void append(Buffer chunk) {
    if (chunk.length() > SocketBounds.REQUEST_BODY - body.length()) {
      refuse(413, "the body is larger than " + (SocketBounds.REQUEST_BODY >> 20) + " MiB");
    } else if (!answered) {
      body.appendBuffer(chunk);
    }
  }

  private void hand() {
    if (answered) {
      return;
    }
    try {
      uri = readUri();
      handler.onRequest(this);
    } catch (URISyntaxException e) {
      refuse(400, "the request's address cannot be read");
    } catch (RuntimeException e) {
      LOG.warn("a request's handler failed", e);
      answer(HttpReply.of(500, "text/plain", "the server failed"));
    }
  }

  /** Answers and cuts what is still coming. */
  private void refuse(int status, String why) {
    if (!answered) {
      request.response().putHeader("Connection", "close");
      answer(HttpReply.of(status, "text/plain", why));
    }
  }

  private URI readUri() throws URISyntaxException {
    HostAndPort host = request.authority();
    boolean absolute = request.uri().startsWith("http://");
    return new URI(absolute || host == null ? request.uri() : "http://" + host + request.uri());
  }

  @Override
  public HttpCall call() {
    return new HttpCall(
        request.method().name(),
        uri,
        HttpHeaders.read(request.headers()),
        Raw.bytes(body.getBytes()));
  }

  @Override
  public boolean wantsWebSocket() {
    return request.canUpgradeToWebSocket();
  }

  @Override
  public void answer(HttpReply reply) {
    HttpServerResponse response = request.response();
    if (answered || response.closed() || response.ended()) {
      return;
    }
    answered = true;
    response.setStatusCode(reply.status());
    reply
        .headers()
        .asList()
        .forEach(header -> response.headers().add(header.name(), header.value()));
    response.end(Buffer.buffer(reply.body().toBytes()));
  }

  @Override
  public void accept(SocketListener listener, TextFrames texts) {
    accept(listener, texts, false);
  }

  @Override
  public void acceptDeflating(SocketListener listener, TextFrames texts) {
    boolean offered =
        call().headers().all("Sec-WebSocket-Extensions").stream()
            .anyMatch(extensions -> extensions.contains(MessageCompression.NAME));
    if (offered && request.connection() instanceof ConnectionBase netty) {
      netty.channelHandlerContext().pipeline().addLast(new DeflateOffer());
    }
    accept(listener, texts, offered);
  }

  private void accept(SocketListener listener, TextFrames texts, boolean deflate) {
    answered = true;
    request
        .toWebSocket()
        .onSuccess(socket -> open((WebSocketInternal) socket, listener, texts, deflate))
        .onFailure(why -> listener.onClosed(Closed.gone(FailureWords.words(why))));
  }

  private static void open(
      WebSocketInternal socket, SocketListener listener, TextFrames texts, boolean deflate) {
    ChannelPipeline pipeline = socket.channelHandlerContext().pipeline();
    if (deflate) {
      FrameScan.atDeflatingServer(pipeline, Bounds.FRAME, texts);
    } else {
      FrameScan.atServer(pipeline, Bounds.FRAME, texts);
    }
    new WebSocketLink(socket, listener, FrameBound.STANDARD).onOpen();
  }

  @Override
  public void drop() {
    answered = true;
    request.connection().close();
  }
}
