package io.github.danmuhub.server;

import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.policy.ConnectionLimit;
import io.github.danmuhub.server.policy.GuessLimit;
import io.github.danmuhub.server.policy.Tokens;
import io.github.danmuhub.server.problem.Problem;
import io.github.danmuhub.server.problem.Problems;
import io.github.danmuhub.server.problem.RequestBody;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands before the doors of every port: the limits of connections and of HTTP, the gate. */
final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final long SWEEP_MS = 1_000;

  private final Vertx vertx;
  private final ServerConfig config;
  private final ServerMetrics metrics;
  private final ServerTiming timing;
  private final ConnectionLimit connections;
  private final Tokens tokens;
  private final Gate gate;

  Guard(Vertx vertx, ServerConfig config, ServerMetrics metrics, ServerTiming timing) {
    this.vertx = vertx;
    this.config = config;
    this.metrics = metrics;
    this.timing = timing;
    this.connections = new ConnectionLimit(config.limits());
    this.tokens = new Tokens(config.token());
    GuessLimit guesses = new GuessLimit(System::currentTimeMillis);
    this.gate = new Gate(config, tokens, guesses, connections, metrics);
    metrics.watch(connections);
    vertx.setPeriodic(
        Math.min(SWEEP_MS, timing.firstRequestMs()),
        timer -> connections.closeSilent(nowMs() - timing.firstRequestMs()));
  }

  Gate gate() {
    return gate;
  }

  Tokens tokens() {
    return tokens;
  }

  /** Counts a server's connections and answers what is not HTTP. */
  HttpServer watch(HttpServer server) {
    return server
        .connectionHandler(connection -> connections.opened(connection, nowMs()))
        .invalidRequestHandler(Problems::invalid)
        .exceptionHandler(broken -> LOG.debug("A connection broke: {}", broken.getMessage()));
  }

  /** Takes a request's body, bounded in size; in time it is as every other. */
  void takeBody(Route route) {
    route.handler(BodyHandler.create(false).setBodyLimit(config.limits().bodyBytes()));
  }

  /** Before {@code router}, which answers what keeps the rules that all requests must keep. */
  Handler<HttpServerRequest> before(Router router) {
    return request -> {
      if (RequestBody.isAnnounced(request)) {
        expectBody(request);
      }
      Problem broken = RequestRules.broken(request);
      if (broken == null) {
        router.handle(request);
      } else {
        connections.spoke(request.connection());
        metrics.refused(broken.name());
        Problems.refuse(request, broken);
      }
    };
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
