package io.github.danmuhub.server.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.policy.Tokens;
import io.github.danmuhub.server.problem.Problem;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code POST /login}: a page shows the token once and gets a cookie that scripts cannot read and
 * other sites cannot send. The cookie holds a session's secret, never the token.
 */
final class LoginDoor {
  private final Tokens tokens;
  private final Gate gate;
  private final Refusals refusals;

  LoginDoor(Tokens tokens, Gate gate, Refusals refusals) {
    this.tokens = tokens;
    this.gate = gate;
    this.refusals = refusals;
  }

  void handle(RoutingContext context) {
    Problem problem = tokens.required() ? gate.tokenProblem(context, shown(context)) : null;
    if (problem != null) {
      refusals.count("login");
      throw new ProblemException(problem);
    }
    Cookie cookie = Cookie.cookie(Gate.COOKIE, tokens.newSession());
    cookie.setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.STRICT);
    context.response().addCookie(cookie).setStatusCode(204).end();
  }

  private static String shown(RoutingContext context) {
    try {
      String body = context.body().asString();
      JsonNode json = Json.object(body == null ? "" : body);
      return Json.text(json.path("token"), "token");
    } catch (JsonProcessingException e) {
      throw ProblemException.bad("bad-body", "send {\"token\":\"…\"} as JSON");
    }
  }
}
