package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import java.net.URI;

/** Opens byte streams. */
final class TcpDial {
  private final NetClient client;

  TcpDial(NetClient client) {
    this.client = client;
  }

  /** On the loop, whose context Vert.x finds by itself. */
  void dial(Dial.Tcp dial, Route route, SocketListener listener) {
    client
        .connect(options(dial, route))
        .onSuccess(socket -> open((NetSocketInternal) socket, dial, listener))
        .onFailure(why -> listener.onClosed(Closed.gone(FailureWords.words(why))));
  }

  private static void open(NetSocketInternal socket, Dial.Tcp dial, SocketListener listener) {
    BoundedNio.pass(socket.channelHandlerContext().pipeline());
    new TcpLink(socket, dial.framing(), listener).onOpen();
  }

  private static ConnectOptions options(Dial.Tcp dial, Route route) {
    ConnectOptions options = new ConnectOptions().setPort(dial.port());
    URI simulator = route.simulator();
    if (simulator != null) {
      return options.setHost(simulator.getHost()).setSsl(false);
    }
    options.setHost(dial.host()).setSsl(dial.tls());
    URI proxy = route.proxy();
    return proxy == null ? options : options.setProxyOptions(Proxies.options(proxy));
  }
}
