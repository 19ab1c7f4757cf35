package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.log.AtomicFile;
import io.github.danmuhub.page.saved.SavedOverlayDoors;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short addresses of overlays, at the hub's doors. */
class SavedOverlayDoorsTest {
  private static final String CHAT = "{\"address\":\"/overlay/chat?look=card\"}";

  private static Hub hub(Path dir) throws Exception {
    AtomicFile file = new AtomicFile(dir.resolve("overlays.json"));
    return Hub.start(Hub.CONFIG, new SavedOverlayDoors(file).doors());
  }

  @Test
  void aSavedOverlayIsFoundUnderItsShortNameByTheNextHubToo(@TempDir Path dir) throws Exception {
    String path;
    try (Hub hub = hub(dir)) {
      HttpResponse<String> saved = hub.send("POST", "/api/overlays", CHAT);
      assertThat(saved.statusCode()).isEqualTo(201);
      path = WsClient.parse(saved.body()).path("path").asText();
      assertThat(path).matches("/o/[2-9a-z]{7}");
    }
    try (Hub hub = hub(dir)) {
      HttpResponse<String> found = hub.get(path);
      assertThat(found.statusCode()).isEqualTo(302);
      assertThat(found.headers().firstValue("location")).hasValue("/overlay/chat?look=card");
      assertThat(hub.get(path + "?demo=1").headers().firstValue("location"))
          .hasValue("/overlay/chat?look=card&demo=1");
    }
  }

  @Test
  void whatIsNotKeptIsNotThereAndWhatIsNoOverlayIsNotKept(@TempDir Path dir) throws Exception {
    try (Hub hub = hub(dir)) {
      assertThat(hub.get("/o/unknown").statusCode()).isEqualTo(404);
      for (String body : new String[] {"", "[]", "{}", "{\"address\":\"https://evil.example/\"}"}) {
        assertThat(hub.send("POST", "/api/overlays", body).statusCode()).as(body).isEqualTo(400);
      }
      assertThat(Files.exists(dir.resolve("overlays.json"))).isFalse();
    }
  }

  @Test
  void aBrokenFileIsToldAndNotOverwritten(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("overlays.json"), "{broken");
    try (Hub hub = hub(dir)) {
      HttpResponse<String> refused = hub.send("POST", "/api/overlays", CHAT);
      assertThat(refused.statusCode()).isEqualTo(507);
      assertThat(refused.body()).contains("overlays.json");
      assertThat(file).hasContent("{broken");
    }
  }
}
