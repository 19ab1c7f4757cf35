package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void whatFailsIsToldToWatchdogsAndInTheMetricsUntilItWorksAgain() throws Exception {
    try (Hub hub = Hub.start(Hub.guarded())) {
      AtomicBoolean failing = new AtomicBoolean();
      hub.telemetry.watch("recording", failing::get);
      assertWell(hub);
      failing.set(true);
      var answer = hub.get("/healthz");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .isEqualTo("{\"v\":1,\"status\":\"failing\",\"failing\":[\"recording\"]}");
      assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
      assertThat(metrics(hub))
          .contains("danmu_server_failing{work=\"recording\"} 1.0")
          .as("it has none")
          .doesNotContain("work=\"log\"");
      failing.set(false);
      assertWell(hub);
    }
  }

  private static void assertWell(Hub hub) throws Exception {
    var answer = hub.get("/healthz");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"v\":1,\"status\":\"ok\"}");
    assertThat(metrics(hub)).contains("danmu_server_failing{work=\"recording\"} 0.0");
  }

  private static String metrics(Hub hub) throws Exception {
    return hub.get("/metrics", "authorization", "Bearer " + Hub.TOKEN).body();
  }
}
