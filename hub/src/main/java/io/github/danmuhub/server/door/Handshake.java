package io.github.danmuhub.server.door;

import io.github.danmuhub.server.problem.ProblemException;
import io.github.danmuhub.server.problem.RequestBody;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a request opens a WebSocket (RFC 6455, 4.2.1). Vert.x would refuse what is wrong without
 * words, and would wait for a body, while the places that were free when it asked are taken.
 */
final class Handshake {
  private static final String VERSION = "13";

  /** 16 bytes in Base64. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

  private Handshake() {}

  /**
   * Lets a handshake pass.
   *
   * @throws ProblemException for anything else
   */
  static void check(HttpServerRequest request) {
    if (!names(request, "upgrade", "websocket") || !names(request, "connection", "upgrade")) {
      request.response().putHeader("upgrade", "websocket").putHeader("connection", "upgrade");
      throw new ProblemException(
          426, "websocket-only", "this door is a WebSocket; open it with new WebSocket(url)");
    }
    if (!VERSION.equals(request.getHeader("sec-websocket-version"))) {
      request.response().putHeader("sec-websocket-version", VERSION);
      throw new ProblemException(
          426, "websocket-version", "this hub speaks version " + VERSION + " of WebSocket");
    }
    String key = request.getHeader("sec-websocket-key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw new ProblemException(
          400, "bad-handshake", "Sec-WebSocket-Key is missing, or is not 16 bytes in Base64");
    }
    if (RequestBody.isAnnounced(request)) {
      throw new ProblemException(400, "bad-handshake", "a WebSocket is opened without a body");
    }
  }

  /** Of a header that is a list of words. */
  private static boolean names(HttpServerRequest request, String header, String word) {
    return request.headers().getAll(header).stream()
        .flatMap(line -> Stream.of(line.split(",", -1)))
        .anyMatch(each -> each.strip().equalsIgnoreCase(word));
  }
}
