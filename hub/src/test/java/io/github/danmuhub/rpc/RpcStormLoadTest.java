package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.server.Hub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that die, come again and lie, under load: who calls hears one answer, and its own. */
@Tag("load")
class RpcStormLoadTest {
  private static final int DEATHS = 200;
  private static final int CALLS = 20_000;
  private static final int AT_ONCE = 64;
  private static final double MOST_MS = 100;

  @Test
  void aPageThatIsKilledInMidCallIsAnsweredInUnderATenthOfASecond() throws Exception {
    double[] times = new double[DEATHS];
    try (RpcHub rpc = RpcHub.start("eval: false")) {
      for (int i = 0; i < DEATHS; i++) {
        CompletableFuture<JsonNode> called = new CompletableFuture<>();
        try (PageClient page = rpc.page("g", "tab", (from, call) -> called.complete(call))) {
          CompletableFuture<HttpResponse<String>> waiting = send(rpc, "/rpc/g/echo?timeout=60s", 1);
          called.join();
          long from = System.nanoTime();
          page.leave();
          assertThat(waiting.join().statusCode()).isEqualTo(502);
          times[i] = (System.nanoTime() - from) / 1e6;
        }
      }
    }
    Arrays.sort(times);
    System.out.printf(
        "a page killed in mid-call, %d times: p50 %.2f ms, p99 %.2f ms, at most %.2f ms%n",
        DEATHS, times[DEATHS / 2], times[DEATHS * 99 / 100], times[DEATHS - 1]);
    assertThat(times[DEATHS * 99 / 100]).isLessThan(MOST_MS);
  }

  private static CompletableFuture<HttpResponse<String>> send(RpcHub rpc, String path, int body) {
    return Hub.HTTP.sendAsync(
        HttpRequest.newBuilder(rpc.hub().uri(path))
            .POST(HttpRequest.BodyPublishers.ofString(Integer.toString(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void inAStormEachCallHearsItsOwnAnswerOrWhyThereIsNone() throws Exception {
    Map<String, AtomicInteger> ends = new ConcurrentSkipListMap<>();
    try (RpcHub rpc = RpcHub.start("eval: false");
        PageClient steady = rpc.page("g", "steady", RpcStormLoadTest::lying)) {
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger returns = new AtomicInteger();
      Thread storm = new Thread(() -> storm(rpc, over, returns), "storm");
      storm.start();
      call(rpc, ends);
      over.set(true);
      storm.join();
      System.out.printf("%d calls beside %d returns of a page: %s%n", CALLS, returns.get(), ends);
      assertThat(ends.values().stream().mapToInt(AtomicInteger::get).sum()).isEqualTo(CALLS);
      assertThat(ends).doesNotContainKeys("swapped", "lost");
      assertThat(ends).containsKeys("200", "404");
      assertThat(steady.closeCode()).isZero();
    }
  }

  /** Answers twice, and for calls that nobody made. */
  private static void lying(PageClient page, JsonNode call) {
    RpcHub.result(page, call);
    RpcHub.result(page, call);
    page.send("{\"op\":\"result\",\"call\":999999,\"value\":\"lie\"}");
  }

  /** The same id comes again and again, and often goes at once. */
  private static void storm(RpcHub rpc, AtomicBoolean over, AtomicInteger returns) {
    List<PageClient> pages = new ArrayList<>();
    while (!over.get()) {
      PageClient page = rpc.page("g", "tab", RpcStormLoadTest::lying);
      if (returns.incrementAndGet() % 2 == 0) {
        page.leave();
      }
      pages.add(page);
    }
    pages.forEach(PageClient::close);
  }

  private static void call(RpcHub rpc, Map<String, AtomicInteger> ends) throws Exception {
    Random random = new Random(7);
    Semaphore free = new Semaphore(AT_ONCE);
    for (int i = 0; i < CALLS; i++) {
      int number = i;
      String action = random.nextInt(4) == 0 ? "a" + random.nextInt() : "echo";
      free.acquire();
      var unused =
          send(rpc, "/rpc/g/" + action, number)
              .whenComplete(
                  (answer, failure) -> {
                    ends.computeIfAbsent(end(answer, number), key -> new AtomicInteger())
                        .incrementAndGet();
                    free.release();
                  });
    }
    free.acquire(AT_ONCE);
  }

  private static String end(@Nullable HttpResponse<String> answer, int number) {
    if (answer == null) {
      return "lost";
    }
    boolean own = answer.statusCode() != 200 || answer.body().equals(Integer.toString(number));
    return own ? Integer.toString(answer.statusCode()) : "swapped";
  }
}
