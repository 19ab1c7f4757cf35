package io.github.danmuhub.server;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * One line of the table of doors.
 *
 * @param path as in OpenAPI, with parameters in braces
 * @param kind how it is spoken through
 * @param open whether it needs no token, because it tells nothing of the rooms
 */
record Door(
    HttpMethod method, String path, Kind kind, boolean open, Handler<RoutingContext> handler) {

  /** How a door is spoken through; AsyncAPI describes the last, OpenAPI the others. */
  enum Kind {
    /** One answer, with an end. */
    HTTP,
    SSE,
    WEBSOCKET
  }

  static Door get(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.HTTP, false, handler);
  }

  static Door stream(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.SSE, false, handler);
  }

  static Door post(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.POST, path, Kind.HTTP, false, handler);
  }

  static Door delete(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.DELETE, path, Kind.HTTP, false, handler);
  }

  static Door socket(String path, Handler<RoutingContext> handler) {
    return new Door(HttpMethod.GET, path, Kind.WEBSOCKET, false, handler);
  }

  Door withoutToken() {
    return new Door(method, path, kind, true, handler);
  }

  /** Whether HEAD is answered as GET is, without the body, which Vert.x sees to. */
  boolean answersHead() {
    return kind == Kind.HTTP && method.equals(HttpMethod.GET);
  }

  /** As Vert.x Web writes it. */
  String routerPath() {
    return path.replaceAll("\\{(\\w+)}", ":$1");
  }
}
