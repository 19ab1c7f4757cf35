package io.github.danmuhub.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The hub that ours stands in for may still run, and hold its port. */
class CompatiblePartTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void aPortThatIsTakenIsToldAndItsDoorsOpenOnceItIsFree() throws Exception {
    ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Told told = new Told();
    String doors = "{port: " + taken.getLocalPort() + ", origins: ['*']}";
    try (RpcHub rpc = RpcHub.start(told, "jsrpc: " + doors)) {
      assertThat(told.said).isNotEmpty();
      assertThat(told.said.get(0))
          .startsWith("failing: cannot listen on rpc.jsrpc.port: ")
          .endsWith("; it is tried again every 2 s");
      try (PageClient page = rpc.page("g", "tab", RpcHub::echo)) {
        assertThat(rpc.call("g/echo", "7").body()).as("its own doors work").isEqualTo("7");
        taken.close();
        await().atMost(LONG).until(() -> told.said.stream().anyMatch(s -> s.startsWith("working")));
        assertThat(rpc.get("/go?group=g&action=echo&param=7").path("data").asText()).isEqualTo("7");
        assertThat(page.closeCode()).isZero();
      }
    } finally {
      taken.close();
    }
  }

  @Test
  void aHubThatEndsWaitsForNoPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Told told = new Told();
      String doors = "{port: " + taken.getLocalPort() + ", origins: ['*']}";
      RpcHub.start(told, "sekiro: " + doors).close();
      assertThat(told.said).isNotEmpty().allMatch(each -> each.startsWith("failing"));
    }
  }
}
