package io.github.danmuhub.server.door;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of the table of doors.
 *
 * @param path as in OpenAPI, with parameters in braces
 * @param kind how it is spoken through
 * @param open whether it needs no token, because it tells nothing of the rooms
 * @param guests origins whose pages may come in here, besides those that may everywhere; {@code *}:
 *     all
 */
public record Door(
    HttpMethod method,
    String path,
    Kind kind,
    boolean open,
    List<String> guests,
    Handler<RoutingContext> handler) {

  public Door {
    guests = List.copyOf(guests);
  }

  /** How a door is spoken through; AsyncAPI describes the last, OpenAPI the others. */
  public enum Kind {
    /** One answer, with an end. */
    HTTP,
    SSE,
    WEBSOCKET
  }

  /** One answer to a GET, and to a HEAD likewise. */
  public static Door get(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.HTTP, false, List.of(), handler);
  }

  /** Server-Sent Events. */
  public static Door stream(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.SSE, false, List.of(), handler);
  }

  /** The handler finds the request's body there, whole and bounded. */
  public static Door post(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.POST, path, Kind.HTTP, false, List.of(), handler);
  }

  /** One answer to a DELETE. */
  public static Door delete(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.DELETE, path, Kind.HTTP, false, List.of(), handler);
  }

  /** A WebSocket, which the handler opens by {@link Sockets}. */
  public static Door socket(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.WEBSOCKET, false, List.of(), handler);
  }

  /** The same, for everybody. */
  public Door withoutToken() {
    return new Door(method, path, kind, true, guests, handler);
  }

  /**
   * The same for pages of these origins too, without a token: {@link TokenJudge} is there for it.
   */
  public Door withGuests(List<String> origins) {
    return new Door(method, path, kind, true, origins, handler);
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
