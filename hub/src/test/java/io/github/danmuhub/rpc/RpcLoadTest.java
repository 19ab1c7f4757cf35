package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.rpc.tab.StrictPage;
import io.github.danmuhub.server.Hub;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20,000 calls, 64 at a time, through each door: none is lost, none is swapped; and how fast. */
@Tag("load")
class RpcLoadTest {
  private static final int CALLS = Integer.getInteger("danmu.load.calls", 20_000);
  private static final int AT_ONCE = 64;
  private static final int SEQUENTIAL = 2_000;
  private static final long NANOS = 1_000_000_000L;

  private static HttpRequest own(RpcHub rpc, int i) {
    return HttpRequest.newBuilder(rpc.hub().uri("/rpc/g/echo"))
        .POST(HttpRequest.BodyPublishers.ofString(Integer.toString(i)))
        .build();
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).build();
  }

  @Test
  void throughTheHubsOwnDoor() throws Exception {
    try (RpcHub rpc = RpcHub.start("eval: false");
        PageClient page = rpc.page("g", "tab", RpcHub::echo)) {
      var unused = measure("/rpc", i -> own(rpc, i), (i, body) -> body.equals("" + i));
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void throughJsRpcs() throws Exception {
    try (RpcHub rpc = RpcHub.start("jsrpc: {port: 0, origins: ['*']}");
        PageClient page =
            PageClient.open(
                rpc.other("ws", "/ws?group=g"),
                opened -> {},
                (from, call) -> {
                  if (call.has("action")) {
                    from.send(
                        "{\"action\":\"echo\",\"message_id\":\"%s\",\"response_data\":\"%s\"}"
                            .formatted(
                                call.path("message_id").asText(), call.path("param").asText()));
                  }
                })) {
      var unused =
          measure(
              "JsRpc's /go",
              i -> get(rpc.other("http", "/go?group=g&action=echo&param=" + i)),
              (i, body) -> body.contains("\"data\":\"" + i + "\""));
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void throughSekiros() throws Exception {
    try (RpcHub rpc = RpcHub.start("sekiro: {port: 0, origins: ['*']}");
        PageClient page =
            PageClient.open(
                rpc.other("ws", "/register?group=g&clientId=tab"),
                opened -> {},
                (from, call) ->
                    from.send(
                        "{\"data\":%s,\"status\":0,\"__sekiro_seq__\":%s}"
                            .formatted(call.path("n").asText(), call.path("__sekiro_seq__"))))) {
      var unused =
          measure(
              "sekiro's /business/invoke",
              i -> get(rpc.other("http", "/business/invoke?group=g&action=echo&n=" + i)),
              (i, body) -> body.contains("\"data\":" + i + ","));
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void throughATabWhosePolicyForbidsConnections(@TempDir Path dir) throws Exception {
    String handsIn = "danmuRpc().on('echo', (args) => args);";
    Path script = Files.writeString(dir.resolve("page.js"), handsIn);
    try (StrictPage site = new StrictPage();
        RpcHub rpc =
            RpcHub.start(
                "tabs: [{url: '%s', group: g, script: '%s'}]".formatted(site.url(), script))) {
      Part tabs = rpc.startTabs(dir.resolve("profiles"));
      try {
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> rpc.hub().get("/rpc/groups").body().contains("echo"));
        double p99 =
            measure(
                "a tab under default-src 'self'",
                i -> own(rpc, i),
                (i, body) -> body.equals("" + i));
        assertThat(p99).as("ms").isLessThanOrEqualTo(10);
      } finally {
        tabs.close();
      }
    }
  }

  private interface Right {
    boolean is(int i, String body);
  }

  /** The sequential p99, in ms. */
  private static double measure(String door, IntFunction<HttpRequest> request, Right right)
      throws Exception {
    AtomicInteger good = new AtomicInteger();
    Semaphore free = new Semaphore(AT_ONCE);
    long from = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      int number = i;
      free.acquire();
      CompletableFuture<HttpResponse<String>> call =
          Hub.HTTP.sendAsync(request.apply(i), HttpResponse.BodyHandlers.ofString());
      var unused =
          call.whenComplete(
              (answer, failure) -> {
                if (failure == null && right.is(number, answer.body())) {
                  good.incrementAndGet();
                }
                free.release();
              });
    }
    free.acquire(AT_ONCE);
    long perSecond = CALLS * NANOS / (System.nanoTime() - from);
    double[] times = sequential(request, body -> !body.isEmpty());
    System.out.printf(
        "%s: %d calls, %d at once: %d right, %d/s; sequential p50 %.2f ms, p99 %.2f ms%n",
        door,
        CALLS,
        AT_ONCE,
        good.get(),
        perSecond,
        times[times.length / 2],
        times[times.length * 99 / 100]);
    assertThat(good).hasValue(CALLS);
    return times[times.length * 99 / 100];
  }

  private static double[] sequential(IntFunction<HttpRequest> request, Predicate<String> right)
      throws Exception {
    double[] times = new double[SEQUENTIAL];
    for (int i = 0; i < SEQUENTIAL; i++) {
      long from = System.nanoTime();
      String body = Hub.HTTP.send(request.apply(i), HttpResponse.BodyHandlers.ofString()).body();
      times[i] = (System.nanoTime() - from) / 1e6;
      assertThat(right.test(body)).isTrue();
    }
    Arrays.sort(times);
    return times;
  }
}
