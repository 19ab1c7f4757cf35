package io.github.danmuhub.server;

import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.net.Guard;
import io.github.danmuhub.server.problem.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** All doors, and the gate before each. */
final class Doors {
  private final Vertx vertx;
  private final ServerConfig config;
  private final Guard guard;
  private final List<Door> table;

  Doors(Vertx vertx, ServerConfig config, Guard guard, List<Door> table) {
    this.vertx = vertx;
    this.config = config;
    this.guard = guard;
    this.table = table;
  }

  Router router() {
    Router router = Router.router(vertx);
    router.route().handler(Doors::harden);
    allowOrigins(router);
    router.route().handler(guard.gate(openPaths(), guests()));
    for (Door door : table) {
      if (door.method().equals(HttpMethod.POST)) {
        guard.takeBody(route(router, door));
      }
      route(router, door).handler(door.handler());
    }
    Problems.install(router);
    return router;
  }

  private Predicate<String> openPaths() {
    List<Pattern> open = table.stream().filter(Door::open).map(Door::pattern).toList();
    return path -> open.stream().anyMatch(each -> each.matcher(path).matches());
  }

  /** By path: who may come in there besides those who may everywhere. */
  private Function<String, List<String>> guests() {
    Map<Pattern, List<String>> hosting = new LinkedHashMap<>();
    table.stream()
        .filter(door -> !door.guests().isEmpty())
        .forEach(door -> hosting.put(door.pattern(), door.guests()));
    return path ->
        hosting.entrySet().stream()
            .filter(each -> each.getKey().matcher(path).matches())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(List.of());
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
}
