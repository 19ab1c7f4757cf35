package io.github.danmuhub.transport;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.http.HttpReply;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.http.ClientWebSocketInternal;

/** Opens WebSockets. The headers go out as the session gave them; nothing is added to them. */
final class WebSocketDial {
  private final WebSocketClient client;
  private final Deadlines deadlines;
  private final FrameBound bound;

  WebSocketDial(WebSocketClient client, Deadlines deadlines, FrameBound bound) {
    this.client = client;
    this.deadlines = deadlines;
    this.bound = bound;
  }

  void dial(Dial.WebSocket dial, Route route, ContextInternal context, SocketListener listener) {
    ClientWebSocketInternal socket = (ClientWebSocketInternal) client.webSocket();
    WebSocketLink link = new WebSocketLink(socket, listener, bound);
    socket
        .connect(context, options(dial, route))
        .onSuccess(ignored -> link.onOpen())
        .onFailure(why -> link.onRefused(refused(why)));
  }

  private WebSocketConnectOptions options(Dial.WebSocket dial, Route route) {
    WebSocketConnectOptions options =
        Target.of(dial.uri(), route).fill(new WebSocketConnectOptions(), route);
    // allowed only where we give one: else Vert.x makes one up, or takes ours away
    options.setAllowOriginHeader(dial.headers().first("Origin").isPresent());
    options.setConnectTimeout(deadlines.connectMs()).setTimeout(deadlines.connectMs() * 2L);
    dial.headers().asList().forEach(header -> options.addHeader(header.name(), header.value()));
    return options;
  }

  private static Closed refused(Throwable why) {
    if (why instanceof UpgradeRejectedException rejected) {
      return Closed.refused(reply(rejected));
    }
    return Closed.gone(FailureWords.words(why));
  }

  private static HttpReply reply(UpgradeRejectedException rejected) {
    Buffer body = rejected.getBody();
    return new HttpReply(
        rejected.getStatus(),
        HttpHeaders.read(rejected.getHeaders()),
        body == null ? Raw.NOTHING : Raw.bytes(body.getBytes()));
  }
}
