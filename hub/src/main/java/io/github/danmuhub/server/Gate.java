package io.github.danmuhub.server;

import io.github.danmuhub.config.ServerConfig;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every door, WebSocket and SSE included. In this order: too many connections, a
 * wrong Host (DNS rebinding), a foreign page (Origin, Sec-Fetch-Site), a missing token.
 */
final class Gate {
  static final String COOKIE = "danmu_session";
  private static final String BEARER = "Bearer ";

  private final Origins origins;
  private final Tokens tokens;
  private final ConnectionLimit connections;
  private final ServerMetrics metrics;

  Gate(ServerConfig config, Tokens tokens, ConnectionLimit connections, ServerMetrics metrics) {
    this.origins = new Origins(config);
    this.tokens = tokens;
    this.connections = connections;
    this.metrics = metrics;
  }

  /** For a door that shows nothing of the rooms: no token. */
  Handler<RoutingContext> open() {
    return context -> pass(context, publicProblem(context.request()));
  }

  Handler<RoutingContext> guarded() {
    return context -> {
      Problem problem = publicProblem(context.request());
      pass(context, problem == null ? tokenProblem(context) : problem);
    };
  }

  private void pass(RoutingContext context, @Nullable Problem problem) {
    if (problem == null) {
      context.next();
    } else {
      metrics.refused(problem.name());
      context.fail(problem.status(), new ProblemException(problem));
    }
  }

  private @Nullable Problem publicProblem(HttpServerRequest request) {
    if (connections.isOver(request.connection())) {
      request.response().putHeader("connection", "close");
      return new Problem(
          429, "too-many-connections", "too many open connections; close some and try again");
    }
    HostAndPort host = request.authority();
    if (host == null || !origins.isOurs(host.host())) {
      return new Problem(
          403,
          "wrong-host",
          "this hub does not answer to that Host; call it by its address or list the name under"
              + " server.allowed_hosts");
    }
    if (!origins.mayCall(request)) {
      return new Problem(
          403,
          "foreign-origin",
          "pages of other origins may not call this hub; list the origin under"
              + " server.allowed_origins");
    }
    return null;
  }

  private @Nullable Problem tokenProblem(RoutingContext context) {
    if (!tokens.required() || showsSecret(context)) {
      return null;
    }
    context.response().putHeader("www-authenticate", "Bearer");
    return new Problem(
        401,
        "token",
        "a valid token is needed: Authorization: Bearer TOKEN, or ?token=TOKEN, or POST /login");
  }

  private boolean showsSecret(RoutingContext context) {
    HttpServerRequest request = context.request();
    String authorization = request.getHeader("authorization");
    if (authorization != null) {
      return authorization.startsWith(BEARER)
          && tokens.isToken(authorization.substring(BEARER.length()));
    }
    Cookie cookie = request.getCookie(COOKIE);
    return tokens.isSession(cookie == null ? null : cookie.getValue())
        || tokens.isToken(context.queryParams().get("token"));
  }
}
