package io.github.danmuhub.server.net;

import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.policy.ConnectionLimit;
import io.github.danmuhub.server.policy.GuessLimit;
import io.github.danmuhub.server.policy.Tokens;
import io.github.danmuhub.server.problem.Problem;
import io.github.danmuhub.server.problem.Problems;
import io.github.danmuhub.server.problem.RequestBody;
import io.github.danmuhub.transport.RawTargets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands before the doors of every port: the limits of connections and of HTTP, the gate. */
public final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final long SWEEP_MS = 1_000;

  private final Vertx vertx;
  private final ServerConfig config;
  private final Refusals refusals;
  private final ServerTiming timing;
  private final ConnectionLimit connections;
  private final Tokens tokens;
  private final Gate gate;

  /** One for all ports of a hub; what it refuses is counted in {@code registry}. */
  public Guard(Vertx vertx, ServerConfig config, MeterRegistry registry, ServerTiming timing) {
    this.vertx = vertx;
    this.config = config;
    this.refusals = new Refusals(registry);
    this.timing = timing;
    this.connections = new ConnectionLimit(config.limits());
    this.tokens = new Tokens(config.token());
    GuessLimit guesses = new GuessLimit(System::currentTimeMillis);
    this.gate = new Gate(config, tokens, guesses, connections, refusals);
    Gauge.builder("danmu.server.connections", connections, ConnectionLimit::total)
        .description("open connections")
        .register(registry);
    vertx.setPeriodic(
        Math.min(SWEEP_MS, timing.firstRequestMs()),
        timer -> connections.closeSilent(nowMs() - timing.firstRequestMs()));
  }

  /** The handler before all doors; {@code isOpen} says which paths need no token. */
  public Handler<RoutingContext> gate(Predicate<String> isOpen) {
    return gate(isOpen, path -> List.of());
  }

  /** The same; {@code guests} says of which origins more may come in at a path. */
  public Handler<RoutingContext> gate(
      Predicate<String> isOpen, Function<String, List<String>> guests) {
    return gate.before(isOpen, guests);
  }

  /** The handler of {@code POST /login}. */
  public Handler<RoutingContext> login() {
    return new LoginDoor(tokens, gate, refusals)::handle;
  }

  /** What is refused behind the gate is counted there too. */
  public Refusals refusals() {
    return refusals;
  }

  /** A port of the hub, not yet open, where {@code router} answers what keeps the rules. */
  public HttpServer server(int port, Router router) {
    return server(config.host(), port, router);
  }

  /** The same at another address. */
  public HttpServer server(String host, int port, Router router) {
    return vertx
        .createHttpServer(HttpLimits.of(config).setHost(host).setPort(port))
        .connectionHandler(this::opened)
        .invalidRequestHandler(Problems::invalid)
        .exceptionHandler(broken -> LOG.debug("A connection broke: {}", broken.getMessage()))
        .requestHandler(request -> answer(request, router));
  }

  /** Browsers leave {@code |} and others of a query as they are, of a handshake's too. */
  private void opened(HttpConnection connection) {
    RawTargets.installButPercent(connection);
    connections.opened(connection, nowMs());
  }

  /** Takes a request's body, bounded in size; in time it is as every other. */
  public void takeBody(Route route) {
    route.handler(BodyHandler.create(false).setBodyLimit(config.limits().bodyBytes()));
  }

  private void answer(HttpServerRequest request, Router router) {
    if (RequestBody.isAnnounced(request)) {
      expectBody(request);
    }
    Problem broken = RequestRules.broken(request);
    if (broken == null) {
      router.handle(request);
    } else {
      connections.spoke(request.connection());
      refusals.count(broken.name());
      Problems.refuse(request, broken);
    }
  }

  /** Whoever waits for its end, or nobody does: a body that does not come costs its connection. */
  private void expectBody(HttpServerRequest request) {
    long timer = vertx.setTimer(timing.bodyMs(), late -> Problems.tooSlow(request));
    request.end().onComplete(ended -> vertx.cancelTimer(timer));
  }

  private static long nowMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
