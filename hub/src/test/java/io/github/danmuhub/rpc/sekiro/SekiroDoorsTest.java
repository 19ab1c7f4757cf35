package io.github.danmuhub.rpc.sekiro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.rpc.PageClient;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.server.Hub;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sekiro's dialect, line by line as its page and its hub were read (docs/rpc.md). */
class SekiroDoorsTest {
  private RpcHub rpc;

  @BeforeEach
  void start() throws Exception {
    rpc = RpcHub.start("sekiro: {port: 0, origins: ['" + RpcHub.ORIGIN + "']}");
  }

  @AfterEach
  void stop() {
    rpc.close();
  }

  /** {@code said} makes of a call what is sent; {@code SEQ} in it stands for its number. */
  private PageClient page(String path, Function<JsonNode, String> said) throws Exception {
    PageClient page =
        PageClient.open(
            rpc.other("ws", path),
            opened -> {},
            (from, call) ->
                from.send(said.apply(call).replace("SEQ", call.path("__sekiro_seq__").asText())));
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> rpc.get("/business/groupList").path("data").toString().contains("g"));
    return page;
  }

  private PageClient saying(String said) throws Exception {
    return page("/business/register?group=g&clientId=tab", call -> said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/business/register", "/register", "/business-demo/register"})
  void aPageRegistersByEachOfItsPathsWithGroupAndId(String path) throws Exception {
    HttpResponse<String> refused = rpc.ask("GET", path + "?group=g", "");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("{clientId} can not be empty");
    try (PageClient page = page(path + "?group=g&clientId=tab", call -> "{}")) {
      assertThat(rpc.get("/business-demo/clientQueue?group=g"))
          .hasToString("{\"data\":[\"tab\"],\"ok\":true,\"status\":0}");
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void theParametersReachThePageFlatWithANumberAboveZero() throws Exception {
    try (PageClient page = saying("{\"status\":0,\"__sekiro_seq__\":SEQ}")) {
      rpc.get("/business/invoke?group=g&action=sign&url=a%20b&__sekiro_seq__=0");
      rpc.ask(
          "POST",
          "/business/invoke?group=g",
          "{\"action\":\"sign\",\"n\":{\"a\":1}}",
          "content-type",
          "application/json");
      rpc.ask("POST", "/business-demo/invoke", "group=g&action=sign&x=1%2B2");
      assertThat(page.heard)
          .extracting(JsonNode::toString)
          .containsExactly(
              "{\"group\":\"g\",\"action\":\"sign\",\"url\":\"a b\",\"__sekiro_seq__\":1}",
              "{\"group\":\"g\",\"action\":\"sign\",\"n\":{\"a\":1},\"__sekiro_seq__\":2}",
              "{\"group\":\"g\",\"action\":\"sign\",\"x\":\"1+2\",\"__sekiro_seq__\":3}");
    }
  }

  @Test
  void whatThePageSaysIsTheAnswerLessItsNumberWithItsId() throws Exception {
    try (PageClient page =
        saying("{\"data\":\"x\",\"more\":[1],\"status\":0,\"__sekiro_seq__\":SEQ}")) {
      assertThat(rpc.get("/business/invoke?group=g&action=a"))
          .hasToString("{\"data\":\"x\",\"more\":[1],\"status\":0,\"clientId\":\"tab\"}");
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void aFailureIsToldAsThePageSaysIt() throws Exception {
    try (PageClient page = saying("{\"message\":\"no\",\"status\":-1,\"__sekiro_seq__\":SEQ}")) {
      assertThat(rpc.get("/business/invoke?group=g&action=a"))
          .hasToString("{\"message\":\"no\",\"status\":-1,\"clientId\":\"tab\"}");
      assertThat(rpc.call("g/a", "1").statusCode()).isEqualTo(502);
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void aBareValueWithoutItsNumberTimesOutAndHarmsNobody() throws Exception {
    try (PageClient page = saying("5")) {
      assertThat(rpc.get("/business/invoke?group=g&action=a&invoke_timeout=500"))
          .hasToString(
              "{\"message\":\"timeout\",\"ok\":false,\"seq\":1,\"status\":-1,\"clientId\":\"tab\"}");
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void whatIsWrongIs200WithTheErrorAsText() throws Exception {
    assertThat(rpc.get("/business/invoke?action=a").path("message").asText())
        .isEqualTo("the param {group} not presented");
    assertThat(rpc.get("/business/invoke?group=h&action=a"))
        .hasToString("{\"message\":\"pool queue empty\",\"ok\":false,\"seq\":0,\"status\":-1}");
    try (PageClient page = saying("{\"__sekiro_seq__\":SEQ}")) {
      assertThat(rpc.get("/business/invoke?group=g&action=a&bindClient=x").path("message").asText())
          .isEqualTo("no device found for clientId:x");
      assertThat(rpc.ask("GET", "/business/invoke?group=g&action=_execjs", "").statusCode())
          .isEqualTo(403);
      assertThat(page.heard).isEmpty();
    }
  }

  @Test
  void aPageThatDiesIsToldAtOnce() throws Exception {
    CompletableFuture<JsonNode> called = new CompletableFuture<>();
    PageClient page =
        page(
            "/register?group=g&clientId=tab",
            call -> {
              called.complete(call);
              return "{}";
            });
    CompletableFuture<JsonNode> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return rpc.get("/business/invoke?group=g&action=a");
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    called.join();
    page.close();
    assertThat(waiting.join().path("message").asText())
        .isEqualTo("sekiro upstream lose connection");
  }

  @Test
  void bytesCloseThePage() throws Exception {
    try (PageClient page = saying("{}")) {
      page.sendBytes(new byte[] {1}, new byte[0]);
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> page.closeCode() == 1003);
    }
  }

  @Test
  void aTokenIsShownInThePagesAddressAndCallersShowTheHubs() throws Exception {
    rpc.close();
    String own = "a-token-for-the-pages";
    rpc = RpcHub.start(Hub.guarded(), "sekiro: {port: 0, origins: ['*'], token: " + own + "}");
    for (String shown : new String[] {"", "&token=a-guess-of-a-length"}) {
      assertThat(rpc.ask("GET", "/register?group=g&clientId=tab" + shown, "").statusCode())
          .isEqualTo(401);
    }
    String list = "/business/groupList?token=" + Hub.TOKEN;
    try (PageClient page =
        PageClient.open(
            rpc.other("ws", "/register?group=g&clientId=tab&token=" + own),
            opened -> {},
            (from, call) -> {})) {
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> rpc.get(list).path("data").toString().contains("g"));
      assertThat(page.closeCode()).isZero();
    }
    assertThat(rpc.ask("GET", "/business/groupList?token=" + own, "").statusCode()).isEqualTo(401);
  }

  @Test
  void pagesOfOneHubAreCalledByTheCallersOfAnother() throws Exception {
    try (PageClient page = rpc.page("own", "tab", RpcHub::echo)) {
      assertThat(rpc.get("/business/invoke?group=own&action=echo&a=1"))
          .hasToString(
              "{\"group\":\"own\",\"action\":\"echo\",\"a\":\"1\",\"status\":0,\"clientId\":\"tab\"}");
      assertThat(page.closeCode()).isZero();
    }
  }
}
