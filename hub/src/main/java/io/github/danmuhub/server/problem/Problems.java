package io.github.danmuhub.server.problem;

import static java.util.Objects.requireNonNull;

import io.netty.handler.codec.CodecException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure of a request becomes a {@link Problem}; only ours are logged. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final int BAD_REQUEST = 400;
  private static final int TOO_SLOW = 408;
  private static final int TOO_LARGE = 413;
  private static final long LINGER_MS = 500;
  private static final int INTERNAL = 500;

  private static final Map<Integer, Problem> BY_STATUS =
      Map.of(
          400, new Problem(400, "bad-request", "the request cannot be understood"),
          404, new Problem(404, "not-found", "there is no such door; see /openapi.json"),
          405, new Problem(405, "method", "this door does not take this method; see /openapi.json"),
          408, new Problem(408, "too-slow", "the body did not come in time"),
          413, new Problem(413, "too-large", "the body is larger than this hub accepts"),
          414, new Problem(414, "too-large", "the address is longer than this hub accepts"),
          431, new Problem(431, "too-large", "the headers are larger than this hub accepts"),
          500, new Problem(500, "internal", "the hub failed at this; its log says more"));

  private Problems() {}

  /** Makes every failure in {@code router}, Vert.x's own too, such an answer. */
  public static void install(Router router) {
    BY_STATUS.keySet().forEach(status -> router.errorHandler(status, Problems::answer));
    router.route().failureHandler(Problems::answer);
  }

  private static void answer(RoutingContext context) {
    refuse(context.request(), of(context));
  }

  /** Answers, and ends a connection on which the rest of a body may come yet. */
  public static void refuse(HttpServerRequest request, Problem problem) {
    boolean ends = problem.status() == TOO_LARGE || RequestBody.isUnderWay(request);
    if (ends && !request.response().headWritten()) {
      request.response().putHeader("connection", "close");
    }
    problem.send(request.response());
    if (ends) {
      closeSoon(request);
    }
  }

  /** A request whose body did not come in time; the answer may be under way already. */
  public static void tooSlow(HttpServerRequest request) {
    byStatus(TOO_SLOW).send(request.response());
    request.connection().close();
  }

  /** A client that still sends would lose the answer if the connection were closed at once. */
  private static void closeSoon(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    if (request.isEnded()) {
      connection.close();
    } else {
      Context loop = requireNonNull(Vertx.currentContext(), "requests are handled on a loop");
      loop.owner().setTimer(LINGER_MS, over -> connection.close());
      request.end().onComplete(whole -> connection.close());
    }
  }

  private static Problem of(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof ProblemException refused) {
      return refused.problem();
    }
    int status = context.statusCode();
    if (status >= BAD_REQUEST && status < INTERNAL) {
      return byStatus(status);
    }
    if (isBrokenBody(context)) {
      return byStatus(BAD_REQUEST);
    }
    if (failure != null) {
      HttpServerRequest request = context.request();
      String kind = failure.getClass().getSimpleName(); // its message may repeat a secret
      LOG.warn("{} {} failed: {}", request.method(), request.path(), kind, failure);
    }
    return byStatus(INTERNAL);
  }

  /**
   * What the decoder found in a body, which our own code sees only when it is whole; or its end.
   */
  private static boolean isBrokenBody(RoutingContext context) {
    Throwable failure = context.failure();
    return !context.request().isEnded()
        && (failure instanceof NumberFormatException
            || failure instanceof CodecException
            || failure instanceof HttpClosedException);
  }

  /** What the HTTP decoder itself refused: its limits and its grammar. */
  public static void invalid(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    String kind = cause == null ? "" : cause.getClass().getSimpleName();
    int status =
        switch (kind) {
          case "TooLongHttpHeaderException" -> 431;
          case "TooLongHttpLineException" -> 414;
          default -> 400;
        };
    byStatus(status).send(request.response().putHeader("connection", "close"));
    request.connection().close();
  }

  private static Problem byStatus(int status) {
    return BY_STATUS.getOrDefault(
        status, new Problem(status, "refused", "the hub does not take such a request"));
  }
}
