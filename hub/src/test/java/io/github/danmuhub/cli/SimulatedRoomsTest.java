package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.HubConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A hub without rooms shows simulated ones to who asks for them. */
class SimulatedRoomsTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private URI hub = URI.create("http://127.0.0.1");

  private String call(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve(path)).method(method, BodyPublishers.noBody()).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    return answer.body();
  }

  @Test
  void theyTalkLikeOthersAndAreClosedLikeOthers() throws Exception {
    Console console = new Console(System.out, System.err, false);
    HubConfig config = HubConfig.standard().onPort(0);
    try (DanmuClient client = DanmuClient.builder(Platforms.array()).build()) {
      HubParts parts =
          HubParts.of(
              config,
              client,
              PlatformSettings.DEFAULT,
              Recordings.configured(null, Platforms.all(), console),
              console,
              Extensions.NONE);
      try (Parts running = parts.start(console)) {
        hub = parts.doors().uri();
        assertThat(running).isNotNull();
        assertThat(call("GET", "/api/demo")).contains("\"runs\":false");
        assertThat(call("POST", "/api/demo")).contains("\"runs\":true");
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> call("GET", "/api/events?type=chat").contains("bilibili"));
        for (var room : Platforms.demoRooms()) {
          assertThat(call("GET", "/api/rooms")).contains(room.toString());
          call("DELETE", "/api/rooms/" + room);
        }
        assertThat(call("GET", "/api/rooms")).contains("\"rooms\":[]");
        assertThat(call("GET", "/api/demo")).contains("\"runs\":false");
      }
    }
  }
}
