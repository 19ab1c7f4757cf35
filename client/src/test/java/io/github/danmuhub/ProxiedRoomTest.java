package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.Echo;
import io.github.danmuhub.testing.Heard;
import io.github.danmuhub.transport.DeadPort;
import io.github.danmuhub.transport.Incoming;
import io.github.danmuhub.transport.ListeningPort;
import io.github.danmuhub.transport.TestProxy;
import io.github.danmuhub.transport.Transport;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole room behind a proxy: none of its names can be reached, or resolved, from here. */
class ProxiedRoomTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Transport server = Transport.create(1);
  private final Heard heard = new Heard();

  @AfterEach
  void close() {
    server.close();
  }

  private static void serve(Incoming request) {
    if (request.wantsWebSocket()) {
      request.accept(new Echo());
    } else {
      request.answer(HttpReply.of(200, "text/plain", "ws://chat.example.invalid/sub"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http, GET http://page.example.invalid/room",
    "socks5, page.example.invalid:80",
  })
  void lookupsAndSocketGoByItAndWhenItIsGoneTheRoomWaitsInWordsUntilItIsBack(
      String scheme, String lookup) throws Exception {
    ListeningPort site = server.listen(server.nextLoop(), 0, ProxiedRoomTest::serve);
    TestProxy proxy = new TestProxy(site.port());
    URI by = URI.create(scheme + "://user:p%40ss@127.0.0.1:" + proxy.port());
    try (DanmuClient client =
        DanmuClient.builder(new LookedUpPlatform()).timing(SimulatedWorld.QUICK).build()) {
      client.listen("test", heard);
      RoomConnection room = client.open("lookedup:1", RoomSettings.DEFAULT.withProxy(by));
      heard.awaitState(State.LIVE, 1, PATIENCE);
      assertThat(proxy.asked).containsExactly(lookup, "chat.example.invalid:80");

      proxy.close();
      DeadPort kept = DeadPort.givenUp(proxy.port());
      heard.awaitState(State.WAITING, 2, PATIENCE);
      try (kept;
          TestProxy back = new TestProxy(proxy.port(), site.port())) {
        heard.awaitState(State.LIVE, 2, PATIENCE);
        assertThat(back.asked).contains(lookup, "chat.example.invalid:80");
      }
      assertThat(heard.all(Connection.class))
          .filteredOn(step -> step.state() == State.WAITING)
          .extracting(Connection::detail)
          .allSatisfy(why -> assertThat(why).doesNotContain("p@ss"))
          .anySatisfy(why -> assertThat(why).contains("refused"));
      assertThat(room.health().counts().reconnects()).isPositive();
    }
  }
}
