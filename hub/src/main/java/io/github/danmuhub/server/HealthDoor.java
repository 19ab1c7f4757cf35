package io.github.danmuhub.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.server.door.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /healthz}: 200 while all is well, else 503 and what fails; for watchdogs. */
record HealthDoor(Telemetry telemetry) {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  void handle(RoutingContext context) {
    List<String> failing = telemetry.failing();
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("v", 1);
    if (failing.isEmpty()) {
      answer.put("status", "ok");
    } else {
      failing.forEach(answer.put("status", "failing").putArray("failing")::add);
    }
    Json.send(context.response(), failing.isEmpty() ? OK : UNAVAILABLE, answer.toString());
  }
}
