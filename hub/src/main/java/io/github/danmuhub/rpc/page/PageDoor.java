package io.github.danmuhub.rpc.page;

import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.call.Timers;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.LoopTimers;
import io.github.danmuhub.rpc.client.PageLimits;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.door.TokenJudge;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ws/rpc}: where pages say what they can do, and are called. A page that does not say hello
 * within {@value #PATIENCE_MS} ms, or shows a wrong token, is closed.
 */
public final class PageDoor {
  private static final long PATIENCE_MS = 10_000;
  private static final short BAD_HELLO = 4400;
  private static final short BAD_TOKEN = 4401;
  private static final short TOO_MANY = 4429;

  private final PageLimits limits;
  private final Clients clients;
  private final Tallies tallies;
  private final Emits emits;
  private final Sockets sockets;

  /** What all pages of a hub share. */
  public PageDoor(PageLimits limits, Clients clients, Tallies tallies, Emits emits) {
    this.limits = limits;
    this.clients = clients;
    this.tallies = tallies;
    this.emits = emits;
    this.sockets = new Sockets(limits.messageBytes());
  }

  Clients clients() {
    return clients;
  }

  Tallies tallies() {
    return tallies;
  }

  /** One request. */
  public void handle(RoutingContext context) {
    TokenJudge judge = TokenJudge.of(context);
    Vertx vertx = context.vertx();
    sockets.upgrade(context, socket -> new Entrance(socket, judge, new LoopTimers(vertx)).open());
  }

  /** From the open socket to the welcome. */
  private final class Entrance {
    private final DoorSocket socket;
    private final TokenJudge judge;
    private final Timers timers;
    private final PageWire wire;
    private final PageSession session;

    Entrance(DoorSocket socket, TokenJudge judge, Timers timers) {
      this.socket = socket;
      this.judge = judge;
      this.timers = timers;
      this.wire = new PageWire(socket);
      this.session = new PageSession(PageDoor.this, wire, this::greeted, emits.open());
    }

    void open() {
      socket.onText(session::onText);
      socket.onBinary(session::onBinary);
      socket.onDrain(session::drained);
      Runnable patience = timers.after(PATIENCE_MS, this::impatient);
      socket.onEnd(
          () -> {
            patience.run();
            session.end();
          });
    }

    private void impatient() {
      if (!session.isGreeted()) {
        socket.close(BAD_HELLO, "no hello came in " + PATIENCE_MS + " ms");
      }
    }

    private void greeted(Hello hello) {
      @Nullable String refusal = judge.refusal(hello.token(), limits.token());
      if (refusal != null) {
        socket.close(BAD_TOKEN, refusal);
      } else if (!clients.hasRoomFor(hello.name())) {
        socket.close(TOO_MANY, "at most " + Clients.MOST + " pages at once");
      } else {
        welcome(hello);
      }
    }

    private void welcome(Hello hello) {
      RpcClient client =
          new RpcClient(hello.name(), hello.page(), limits.callsPerPage(), wire, timers, tallies);
      client.offer(hello.actions());
      session.isIn(client);
      clients.add(client);
      wire.welcome(hello.name(), limits.messageBytes());
    }
  }
}
