package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;
import java.net.URI;
import java.util.function.Consumer;

/** From the dial to the open socket. */
final class Connecting extends Phase {
  private final Dial dial;
  private final Line line;
  private final Line.Listener listener;
  private final RoomEvents events;
  private final int attempt;
  private final long withinMs;

  Connecting(
      Dial dial, Line line, Line.Listener listener, RoomEvents events, int attempt, long withinMs) {
    this.dial = dial;
    this.line = line;
    this.listener = listener;
    this.events = events;
    this.attempt = attempt;
    this.withinMs = withinMs;
  }

  @Override
  State state() {
    return State.CONNECTING;
  }

  @Override
  Step enter(Consumer<Step> later) {
    events.attempt(State.CONNECTING, words(), attempt);
    line.dial(dial, listener);
    return new Step.Watch(withinMs);
  }

  @Override
  Step onOpened() {
    return new Step.Authenticate(dial);
  }

  @Override
  Step onTimer() {
    return new Step.GiveUp("no connection within " + withinMs + " ms");
  }

  @Override
  boolean mayBeRefusal() {
    return true;
  }

  /** Without user, path and query: they may hold secrets. */
  private String words() {
    if (dial instanceof Dial.WebSocket socket) {
      URI uri = socket.uri();
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return "dialling " + uri.getScheme() + "://" + uri.getHost() + port;
    }
    if (dial instanceof Dial.Tcp tcp) {
      return "dialling " + (tcp.tls() ? "tls://" : "tcp://") + tcp.host() + ":" + tcp.port();
    }
    if (dial instanceof Dial.Browser browser) {
      return "opening the room's page at " + browser.page().getHost();
    }
    return "asking again and again over HTTP";
  }
}
