package io.github.danmuhub.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** {@code /metrics}, for Prometheus; on a worker, since the rooms are asked too. */
record MetricsDoor(Vertx vertx, PrometheusMeterRegistry registry) {
  void handle(RoutingContext context) {
    context.response().putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
    vertx
        .executeBlocking(registry::scrape, true)
        .onSuccess(context.response()::end)
        .onFailure(context::fail);
  }
}
