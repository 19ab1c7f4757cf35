package io.github.danmuhub.server.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.server.RawSocket;
import io.github.danmuhub.server.WsClient;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A peer that answers no pings is gone, however well its connection looks. */
class PingsTest {
  private final Vertx vertx = Vertx.vertx();
  private int port;

  @BeforeEach
  void open() throws Exception {
    port =
        vertx
            .createHttpServer(new HttpServerOptions().setWebSocketClosingTimeout(1))
            .webSocketHandler(
                socket -> {
                  Pings.start(vertx, socket, 20);
                  socket.textMessageHandler(socket::writeTextMessage);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS)
            .actualPort();
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void whoAnswersNoneIsClosedAndWhoAnswersThemStays() throws Exception {
    try (WsClient there = WsClient.open(URI.create("ws://127.0.0.1:" + port));
        RawSocket vanished = RawSocket.upgrade(port, "/")) {
      assertThat(new String(vanished.readAll(), UTF_8)).contains("no answer to 3 pings");
      there.send("still here").await(() -> there.messages.contains("still here"));
    }
  }
}
