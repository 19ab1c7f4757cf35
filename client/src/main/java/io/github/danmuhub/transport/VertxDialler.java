package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import java.util.concurrent.RejectedExecutionException;

/** One loop's way out by one route, through the transport's shared clients. */
final class VertxDialler implements Dialler {
  private final Clients clients;
  private final VertxLoop loop;
  private final Route route;
  private final BrowserDialler browser;
  private final Http http;

  VertxDialler(Clients clients, VertxLoop loop, Route route, BrowserDialler browser) {
    this.clients = clients;
    this.loop = loop;
    this.route = route;
    this.browser = browser;
    this.http = clients.http(loop, route);
  }

  @Override
  public Http http() {
    return http;
  }

  @Override
  public void dial(Dial dial, SocketListener listener) {
    try {
      start(dial, listener);
    } catch (IllegalArgumentException
        | IllegalStateException
        | RejectedExecutionException unusable) {
      Closed why = Closed.gone(FailureWords.words(unusable));
      loop.execute(() -> listener.onClosed(why));
    }
  }

  private void start(Dial dial, SocketListener listener) {
    if (dial instanceof Dial.WebSocket webSocket) {
      clients.webSockets().dial(webSocket, route, loop.context(), listener);
    } else if (dial instanceof Dial.Tcp tcp) {
      clients.tcp().dial(tcp, route, listener);
    } else if (dial instanceof Dial.Browser page) {
      browser.dial(page, route, loop, listener);
    } else {
      throw new IllegalArgumentException(
          dial.getClass().getSimpleName() + " has no socket to dial");
    }
  }
}
