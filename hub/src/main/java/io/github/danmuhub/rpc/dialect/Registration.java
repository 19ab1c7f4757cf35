package io.github.danmuhub.rpc.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.call.Tallies.Of;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.LoopTimers;
import io.github.danmuhub.rpc.client.PageLimits;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.door.TokenJudge;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The socket by which a page of another hub registers: group and id stand in its address, and so
 * does the token where one is wanted.
 */
public final class Registration {
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;

  private final Dialect dialect;
  private final PageLimits limits;
  private final Clients clients;
  private final Tallies tallies;
  private final Sockets sockets;

  /** Of pages that speak so. */
  public Registration(Dialect dialect, PageLimits limits, Clients clients, Tallies tallies) {
    this.dialect = dialect;
    this.limits = limits;
    this.clients = clients;
    this.tallies = tallies;
    this.sockets = new Sockets(limits.messageBytes());
  }

  /** One request. */
  public void handle(RoutingContext context) {
    @Nullable String shown = context.queryParams().get("token");
    @Nullable String refusal = TokenJudge.of(context).refusal(shown, limits.token());
    if (refusal != null) {
      dialect.refuse(context, UNAUTHORIZED, refusal);
      return;
    }
    ClientName name = dialect.name(context);
    if (name == null) {
      return;
    }
    if (!clients.hasRoomFor(name)) {
      dialect.refuse(context, TOO_MANY, "at most " + Clients.MOST + " pages at once");
      return;
    }
    sockets.upgrade(context, socket -> register(context, socket, name));
  }

  private void register(RoutingContext context, DoorSocket socket, ClientName name) {
    String origin = Objects.requireNonNullElse(context.request().getHeader("origin"), "");
    RpcClient page =
        new RpcClient(
            name,
            origin,
            limits.callsPerPage(),
            dialect.wire(socket, name),
            new LoopTimers(context.vertx()),
            tallies);
    socket.onText(text -> hear(page, text));
    socket.onBinary(
        bytes -> {
          tallies.count(Of.BROKEN);
          socket.close(
              (short) WebSocketCloseStatus.INVALID_MESSAGE_TYPE.code(), "only text is spoken here");
        });
    socket.onDrain(page.calls()::pump);
    socket.onEnd(() -> clients.gone(page, "the page has gone"));
    clients.add(page);
    @Nullable String greeting = dialect.greeting(name);
    if (greeting != null) {
      socket.write(greeting);
    }
  }

  private void hear(RpcClient page, String text) {
    boolean heard;
    try {
      heard = dialect.hear(page, text);
    } catch (JsonProcessingException e) {
      heard = false;
    }
    if (!heard) {
      tallies.count(Of.BROKEN);
    }
  }
}
