package io.github.danmuhub.server.problem;

import io.vertx.core.http.HttpServerRequest;

/** Whether a request brings a body, and whether that is there. */
public final class RequestBody {
  private RequestBody() {}

  /** Whether its head says that a body comes. */
  public static boolean isAnnounced(HttpServerRequest request) {
    String length = request.getHeader("content-length");
    return request.headers().contains("transfer-encoding")
        || (length != null && !length.equals("0"));
  }

  /** Whether some of it may come yet. */
  static boolean isUnderWay(HttpServerRequest request) {
    return isAnnounced(request) && !request.isEnded();
  }
}
