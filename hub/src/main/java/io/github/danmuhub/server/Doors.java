package io.github.danmuhub.server;

import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.log.EventLog;
import io.github.danmuhub.server.policy.ConnectionLimit;
import io.github.danmuhub.server.policy.GuessLimit;
import io.github.danmuhub.server.policy.Tokens;
import io.github.danmuhub.server.problem.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.CorsHandler;
import io.vertx.ext.web.handler.TimeoutHandler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of all doors, and the gate before each. */
final class Doors {
  private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
  private static final String JSON = "application/json";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final long NANOS = 1_000_000;
  private static final int TOO_SLOW = 408;
  private static final long SWEEP_MS = 1_000;

  private final Vertx vertx;
  private final ServerConfig config;
  private final ServerTiming timing;
  private final ServerMetrics metrics;
  private final ConnectionLimit connections;
  private final Tokens tokens;
  private final Gate gate;
  private final List<Door> table;

  Doors(
      Vertx vertx,
      ServerConfig config,
      Rooms rooms,
      EventLog log,
      Readers readers,
      ConnectionLimit connections,
      ServerMetrics metrics,
      ServerTiming timing) {
    this.vertx = vertx;
    this.timing = timing;
    this.config = config;
    this.metrics = metrics;
    this.connections = connections;
    this.tokens = new Tokens(config.token());
    GuessLimit guesses = new GuessLimit(System::currentTimeMillis);
    this.gate = new Gate(config, tokens, guesses, connections, metrics);
    this.table = table(rooms, log, readers);
    vertx.setPeriodic(Math.min(SWEEP_MS, timing.firstRequestMs()), this::closeSilent);
  }

  private List<Door> table(Rooms rooms, EventLog log, Readers readers) {
    RoomsDoor room = new RoomsDoor(vertx, rooms);
    TopicDoor topic = new TopicDoor(metrics, System::currentTimeMillis);
    return List.of(
        Door.get("/api/rooms", room::list),
        Door.post("/api/rooms", room::open),
        Door.delete("/api/rooms/{room}", room::close),
        Door.get("/api/events", new PollDoor(vertx, log, readers)::handle),
        Door.get("/api/events/stream", new SseDoor(log, readers)::handle),
        Door.socket("/ws", new SocketDoor(log, readers, config.limits())::handle),
        Door.socket("/ws/echo", new EchoDoor()::handle),
        Door.socket("/ws/topic/{name}", topic::handle),
        Door.post("/login", new LoginDoor(tokens, gate, metrics)::handle).withoutToken(),
        Door.get("/metrics", this::metrics),
        Door.get("/healthz", metrics.health().door()).withoutToken(),
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

  Gate gate() {
    return gate;
  }

  /** What stands before a server's requests: the limits of connections and of HTTP itself. */
  HttpServer guard(HttpServer server) {
    return server
        .connectionHandler(this::opened)
        .invalidRequestHandler(Problems::invalid)
        .exceptionHandler(broken -> LOG.debug("A connection broke: {}", broken.getMessage()));
  }

  private void opened(HttpConnection connection) {
    connections.opened(connection, System.nanoTime() / NANOS);
  }

  private void closeSilent(long timer) {
    connections.closeSilent(System.nanoTime() / NANOS - timing.firstRequestMs());
  }

  List<Door> table() {
    return table;
  }

  Router router() {
    Router router = Router.router(vertx);
    router.route().handler(Doors::harden);
    allowOrigins(router);
    router.route().handler(gate.before(openPaths()));
    for (Door door : table) {
      if (door.method().equals(HttpMethod.POST)) {
        route(router, door)
            .handler(TimeoutHandler.create(timing.bodyMs(), TOO_SLOW))
            .handler(BodyHandler.create(false).setBodyLimit(config.limits().bodyBytes()));
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
    return router.route(door.method(), door.routerPath());
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
