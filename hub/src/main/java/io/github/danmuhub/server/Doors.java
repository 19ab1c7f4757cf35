package io.github.danmuhub.server;

import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.problem.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of all doors, and the gate before each. */
final class Doors {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Vertx vertx;
  private final ServerConfig config;
  private final Guard guard;
  private final ServerMetrics metrics;
  private final List<Door> table;

  Doors(Vertx vertx, ServerConfig config, Guard guard, Rooms rooms, Readers readers) {
    this.vertx = vertx;
    this.config = config;
    this.guard = guard;
    this.metrics = readers.metrics();
    this.table = table(rooms, readers);
  }

  private List<Door> table(Rooms rooms, Readers readers) {
    Sockets sockets = new Sockets(config.limits().bodyBytes());
    RoomsDoor room = new RoomsDoor(vertx, rooms);
    TopicDoor topic = new TopicDoor(sockets, metrics, System::currentTimeMillis);
    LoginDoor login = new LoginDoor(guard.tokens(), guard.gate(), metrics);
    return List.of(
        Door.get("/api/rooms", room::list),
        Door.post("/api/rooms", room::open),
        Door.delete("/api/rooms/{room}", room::close),
        Door.get("/api/events", new PollDoor(vertx, readers)::handle),
        Door.stream("/api/events/stream", new SseDoor(readers)::handle),
        Door.socket("/ws", new SocketDoor(sockets, readers)::handle),
        Door.socket("/ws/echo", new EchoDoor(sockets, System::currentTimeMillis)::handle),
        Door.socket("/ws/topic/{name}", topic::handle),
        Door.post("/login", login::handle).withoutToken(),
        Door.get("/metrics", this::metrics),
        Door.get("/healthz", new HealthDoor(metrics.telemetry())::handle).withoutToken(),
        Door.get("/openapi.json", Documents.file("openapi.json", JSON)),
        Door.get("/asyncapi.json", Documents.file("asyncapi.json", JSON)),
        page("/examples/websocket.html", HTML),
        page("/examples/websocket.js", SCRIPT),
        page("/examples/websocket.css", STYLE),
        page("/examples/icon.svg", "image/svg+xml"));
  }

  private static Door page(String path, String contentType) {
    return Door.get(path, Documents.file(path.substring(1), contentType)).withoutToken();
  }

  List<Door> table() {
    return table;
  }

  Router router() {
    Router router = Router.router(vertx);
    router.route().handler(Doors::harden);
    allowOrigins(router);
    router.route().handler(guard.gate().before(openPaths()));
    for (Door door : table) {
      if (door.method().equals(HttpMethod.POST)) {
        guard.takeBody(route(router, door));
      }
      route(router, door).handler(door.handler());
    }
    Problems.install(router);
    return router;
  }

  private Set<String> openPaths() {
    return table.stream().filter(Door::open).map(Door::path).collect(Collectors.toSet());
  }

  private static Route route(Router router, Door door) {
    Route route = router.route(door.method(), door.routerPath());
    return door.answersHead() ? route.method(HttpMethod.HEAD) : route;
  }

  /** A listed page gets the headers that its browser asks for; any other is left to the gate. */
  private void allowOrigins(Router router) {
    if (!config.allowedOrigins().isEmpty()) {
      CorsHandler listed =
          CorsHandler.create()
              .addOrigins(config.allowedOrigins())
              .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE))
              .allowedHeaders(Set.of("authorization", "content-type", "last-event-id"));
      router
          .route()
          .handler(
              context -> {
                String origin = context.request().getHeader("origin");
                if (origin != null && config.allowedOrigins().contains(origin)) {
                  listed.handle(context);
                } else {
                  context.next();
                }
              });
    }
  }

  private static void harden(RoutingContext context) {
    context.response().putHeader("x-content-type-options", "nosniff");
    context.response().putHeader("referrer-policy", "no-referrer");
    context.next();
  }

  /** On a worker, since the rooms are asked too. */
  private void metrics(RoutingContext context) {
    context.response().putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
    vertx
        .executeBlocking(() -> metrics.registry().scrape(), true)
        .onSuccess(context.response()::end)
        .onFailure(context::fail);
  }
}
