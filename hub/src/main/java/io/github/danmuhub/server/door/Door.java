package io.github.danmuhub.server.door;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * One line of the table of doors.
 *
 * @param path as in OpenAPI, with parameters in braces
 * @param kind how it is spoken through
 * @param open whether it needs no token, because it tells nothing of the rooms
 */
public record Door(
    HttpMethod method, String path, Kind kind, boolean open, Handler<RoutingContext> handler) {

  /** How a door is spoken through; AsyncAPI describes the last, OpenAPI the others. */
  public enum Kind {
    /** One answer, with an end. */
    HTTP,
    SSE,
    WEBSOCKET
  }

  /** One answer to a GET, and to a HEAD likewise. */
  public static Door get(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.HTTP, false, handler);
  }

  /** Server-Sent Events. */
  public static Door stream(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.SSE, false, handler);
  }

  /** The handler finds the request's body there, whole and bounded. */
  public static Door post(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.POST, path, Kind.HTTP, false, handler);
  }

  /** One answer to a DELETE. */
  public static Door delete(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.DELETE, path, Kind.HTTP, false, handler);
  }

  /** A WebSocket, which the handler opens by {@link Sockets}. */
  public static Door socket(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.WEBSOCKET, false, handler);
  }

  /** The same, for everybody. */
  public Door withoutToken() {
    return new Door(method, path, kind, true, handler);
  }

  /** Whether HEAD is answered as GET is, without the body, which Vert.x sees to. */
  public boolean answersHead() {
    return kind == Kind.HTTP && method.equals(HttpMethod.GET);
  }

  /** As Vert.x Web writes it. */
  public String routerPath() {
    return path.replaceAll("\\{(\\w+)}", ":$1");
  }

  /** The paths that lead to it. */
  public Pattern pattern() {
    return Pattern.compile("\\Q" + path.replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q") + "\\E");
  }
}
