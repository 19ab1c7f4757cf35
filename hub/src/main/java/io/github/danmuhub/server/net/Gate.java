package io.github.danmuhub.server.net;

import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.door.TokenJudge;
import io.github.danmuhub.server.policy.Address;
import io.github.danmuhub.server.policy.ConnectionLimit;
import io.github.danmuhub.server.policy.GuessLimit;
import io.github.danmuhub.server.policy.Origins;
import io.github.danmuhub.server.policy.Tokens;
import io.github.danmuhub.server.problem.Problem;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every door, WebSocket and SSE included, and before paths that lead nowhere, so that
 * a stranger learns nothing of what is behind it. In this order: too many connections, a wrong Host
 * (DNS rebinding), a foreign page (Origin, Sec-Fetch-Site), too many wrong tokens, a missing token.
 */
final class Gate {
  static final String COOKIE = "danmu_session";
  private static final String AUTHORIZATION = "authorization";
  private static final String BEARER = "Bearer ";
  private static final long MILLIS = 1_000;

  private final Origins origins;
  private final Tokens tokens;
  private final GuessLimit guesses;
  private final ConnectionLimit connections;
  private final Refusals refusals;

  Gate(
      ServerConfig config,
      Tokens tokens,
      GuessLimit guesses,
      ConnectionLimit connections,
      Refusals refusals) {
    this.origins = new Origins(config);
    this.tokens = tokens;
    this.guesses = guesses;
    this.connections = connections;
    this.refusals = refusals;
  }

  /**
   * The gate.
   *
   * @param isOpen whether a path needs no token, because it tells nothing of the rooms
   * @param guests of which origins more may come in at a path
   */
  Handler<RoutingContext> before(Predicate<String> isOpen, Function<String, List<String>> guests) {
    return context -> {
      connections.spoke(context.request().connection());
      String path = context.normalizedPath();
      boolean open = isOpen.test(path);
      if (open) {
        String address = Address.of(context.request().remoteAddress());
        context.put(TokenJudge.KEY, (TokenJudge) (shown, own) -> refusal(address, shown, own));
      }
      Problem problem = publicProblem(context.request(), guests.apply(path));
      boolean free = problem != null || open;
      pass(context, free ? problem : secretProblem(context));
    };
  }

  private void pass(RoutingContext context, @Nullable Problem problem) {
    if (problem == null) {
      context.next();
    } else {
      refusals.count(problem.name());
      context.fail(problem.status(), new ProblemException(problem));
    }
  }

  private @Nullable Problem publicProblem(HttpServerRequest request, List<String> guests) {
    if (connections.isOver(request.connection())) {
      request.response().putHeader("connection", "close").putHeader("retry-after", "1");
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
    if (!origins.mayCall(request) && !Origins.isGuest(request, guests)) {
      return new Problem(
          403,
          "foreign-origin",
          "pages of other origins may not call this hub; list the origin under"
              + " server.allowed_origins");
    }
    return null;
  }

  private @Nullable Problem secretProblem(RoutingContext context) {
    return !tokens.required() || showsSession(context.request())
        ? null
        : tokenProblem(context, shownToken(context));
  }

  /** What is wrong with a token that a client shows, or does not show. */
  @Nullable Problem tokenProblem(RoutingContext context, @Nullable String shown) {
    String address = Address.of(context.request().remoteAddress());
    long waitMs = shown == null ? 0 : guesses.waitMs(address);
    if (waitMs > 0) {
      return tooManyGuesses(context, waitMs);
    }
    if (tokens.isToken(shown)) {
      guesses.right(address);
      return null;
    }
    if (shown != null) {
      guesses.wrong(address);
    }
    context.response().putHeader("www-authenticate", "Bearer");
    return new Problem(
        401,
        "token",
        "a valid token is needed: Authorization: Bearer TOKEN, or ?token=TOKEN, or POST /login");
  }

  /** {@link TokenJudge}'s answer to who comes from {@code address}. */
  private @Nullable String refusal(String address, @Nullable String shown, @Nullable String own) {
    if (own == null && !tokens.required()) {
      return null;
    }
    long waitMs = guesses.waitMs(address);
    if (waitMs > 0) {
      return "too many wrong tokens; try again after " + seconds(waitMs) + " s";
    }
    if (tokens.isToken(shown) || (own != null && new Tokens(own).isToken(shown))) {
      guesses.right(address);
      return null;
    }
    if (shown != null) {
      guesses.wrong(address);
    }
    return "a valid token is needed";
  }

  private static long seconds(long ms) {
    return (ms + MILLIS - 1) / MILLIS;
  }

  private static Problem tooManyGuesses(RoutingContext context, long waitMs) {
    long seconds = seconds(waitMs);
    context.response().putHeader("retry-after", Long.toString(seconds));
    return new Problem(
        429, "too-many-guesses", "too many wrong tokens; try again after " + seconds + " s");
  }

  private boolean showsSession(HttpServerRequest request) {
    Cookie cookie = request.getCookie(COOKIE);
    return request.getHeader(AUTHORIZATION) == null
        && cookie != null
        && tokens.isSession(cookie.getValue());
  }

  private static @Nullable String shownToken(RoutingContext context) {
    String authorization = context.request().getHeader(AUTHORIZATION);
    if (authorization == null) {
      return context.queryParams().get("token");
    }
    boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return bearer ? authorization.substring(BEARER.length()) : null;
  }
}
