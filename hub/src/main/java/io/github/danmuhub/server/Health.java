package io.github.danmuhub.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/**
 * What the hub does beside its doors, and whether it fails at it: {@code /healthz} and {@code
 * /metrics} tell. Any thread.
 */
public final class Health {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final MeterRegistry metrics;
  private final Map<String, BooleanSupplier> watched = new ConcurrentSkipListMap<>();

  Health(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /**
   * Tells of {@code work} from now on.
   *
   * @param work a word that everybody may read, such as {@code recording}
   * @param failing asked on the loop: it must not block
   */
  public void watch(String work, BooleanSupplier failing) {
    watched.put(work, failing);
    Gauge.builder("danmu.server.failing", failing, asked -> asked.getAsBoolean() ? 1 : 0)
        .description("1 while the hub fails at this work")
        .tag("work", work)
        .strongReference(true)
        .register(metrics);
  }

  private List<String> failing() {
    return watched.entrySet().stream()
        .filter(work -> work.getValue().getAsBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** {@code /healthz}: 200 while all is well, else 503 and what fails; for watchdogs. */
  Handler<RoutingContext> door() {
    return context -> {
      List<String> failing = failing();
      ObjectNode answer = JsonNodeFactory.instance.objectNode().put("v", 1);
      if (failing.isEmpty()) {
        answer.put("status", "ok");
      } else {
        failing.forEach(answer.put("status", "failing").putArray("failing")::add);
      }
      Json.send(context.response(), failing.isEmpty() ? OK : UNAVAILABLE, answer.toString());
    };
  }
}
