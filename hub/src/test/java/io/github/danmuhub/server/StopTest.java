package io.github.danmuhub.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doors open and close in order. */
class StopTest {
  @Test
  void atTheEndAllReadersGetWhatThereIsAndAreToldWhy() throws Exception {
    Hub hub = Hub.start();
    WsClient socket = hub.socket("/ws");
    SseClient stream = SseClient.open(hub.uri("/api/events/stream"));
    CompletableFuture<HttpResponse<String>> poll = longPoll(hub);
    await().until(() -> hub.get("/metrics").body().contains("danmu_server_readers 3.0"));
    hub.server.accept(Hub.enter("9"));
    hub.close();
    socket.await(() -> socket.closeCode() != 0);
    assertThat(socket.events()).hasSize(1);
    assertThat(socket.closeCode()).isEqualTo(1001);
    assertThat(socket.closeReason()).contains("stopping");
    stream.await(stream::ended);
    assertThat(stream.events()).hasSize(1);
    assertThat(WsClient.parse(poll.get(20, SECONDS).body()).path("events")).isEmpty();
  }

  private static CompletableFuture<HttpResponse<String>> longPoll(Hub hub) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return hub.get("/api/events?after=now&wait=60s&type=chat");
          } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void itStopsWithinFiveSecondsWhoeverIsStuck(@TempDir Path dir) throws Exception {
    Hub hub = Hub.start(Hub.archived(dir));
    List<RawSocket> stuck = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      stuck.add(RawSocket.upgrade(hub.port(), "/ws"));
      stuck.add(new RawSocket(hub.port()).send(raw("/api/events/stream")));
      stuck.add(new RawSocket(hub.port()).send(raw("/api/events?after=now&wait=60s&type=gift")));
    }
    await().until(() -> hub.get("/metrics").body().contains("danmu_server_readers 60.0"));
    for (int i = 0; i < 200; i++) {
      hub.server.accept(Hub.chat("1", "x".repeat(60_000)));
    }
    long from = System.nanoTime();
    hub.close();
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
    for (RawSocket each : stuck) {
      each.close();
    }
  }

  private static String raw(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  @Test
  void aSecondCloseAndALateEventAreHarmless() throws Exception {
    Hub hub = Hub.start();
    hub.close();
    hub.close();
    hub.say(1, 1);
    assertThatThrownBy(() -> hub.get("/healthz")).isInstanceOf(IOException.class);
  }

  @Test
  void aTakenPortIsToldInWords() throws Exception {
    try (Hub hub = Hub.start()) {
      assertThatThrownBy(() -> Hub.start(Hub.CONFIG.withPort(hub.port())))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + hub.port());
    }
  }

  @Test
  void aRestartedHubWithAnArchiveServesTheCursorsOfBefore(@TempDir Path dir) throws Exception {
    var config = Hub.archived(dir);
    String cursor;
    try (Hub hub = Hub.start(config)) {
      hub.say(1, 10);
      cursor = WsClient.parse(hub.get("/api/events?limit=4").body()).path("cursor").asText();
    }
    try (Hub hub = Hub.start(config);
        WsClient socket = hub.socket("/ws?after=" + cursor)) {
      hub.say(11, 11);
      assertThat(socket.awaitEvents(7).texts())
          .containsExactly("m5", "m6", "m7", "m8", "m9", "m10", "m11");
      assertThat(hub.get("/api/events?after=" + cursor).body())
          .contains("m5")
          .doesNotContain("gap");
    }
  }
}
