package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;
import java.net.URI;

/** From the dial to the open socket. */
final class Connecting extends Phase {
  private final Dial dial;

  Connecting(RoomLifecycle life, Dial dial) {
    super(life);
    this.dial = dial;
  }

  Dial dial() {
    return dial;
  }

  @Override
  State state() {
    return State.CONNECTING;
  }

  @Override
  void enter() {
    life().announceAttempt(State.CONNECTING, words());
    DialledSocket dialled = life().newSocket(this);
    if (dial instanceof Dial.Polling) {
      dialled.opened();
    } else {
      after(timing().connectMs(), this::tookTooLong);
      life().parts().dialler().dial(dial, dialled);
    }
  }

  void opened() {
    life().go(new Authenticating(life(), dial));
  }

  private void tookTooLong() {
    life().giveUp("no connection within " + timing().connectMs() + " ms");
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
    return "asking again and again over HTTP";
  }
}
