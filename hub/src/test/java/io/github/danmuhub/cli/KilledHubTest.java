package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.danmuhub.server.HubProcess;
import io.github.danmuhub.simulator.Simulator;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed, and one that goes on where it was: an open page has it all, once. */
@Tag("load")
class KilledHubTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static HubProcess hub(Path dir, Simulator simulator, int port) throws Exception {
    Path config =
        Files.writeString(
            dir.resolve("danmu.yaml"),
            "server: {archive: '" + dir.resolve("log") + "'}\nrooms: [bilibili:545068]\n");
    return new HubProcess(
        List.of(),
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "serve",
        "--config",
        config.toString(),
        "--port",
        Integer.toString(port),
        "--simulator",
        simulator.uri().toString());
  }

  @Test
  void aPageHasAllThatTheHubHasAndNothingTwice(@TempDir Path dir) throws Exception {
    try (Browser browser = Browser.start();
        Simulator simulator = Simulator.start(Platforms.all(), SimulatedRooms.options(20))) {
      int port;
      try (HubProcess hub = hub(dir, simulator, 0)) {
        port = hub.port();
        browser.open(URI.create("http://127.0.0.1:" + port + "/?lang=en"));
        await().atMost(PATIENCE).until(() -> heard(browser).size() > 100);
      } // kill -9
      browser.sees("hub-line-strip [role=status]", "not there");
      int before = heard(browser).size();
      try (HubProcess again = hub(dir, simulator, port)) {
        await().atMost(PATIENCE).until(() -> heard(browser).size() > before + 100);
        assertThat(browser.has("hub-line-strip div", "")).isFalse();
        List<Long> kept = kept(again.port());
        await().atMost(PATIENCE).until(() -> heard(browser).containsAll(since(browser, kept)));
        assertThat(heard(browser)).doesNotHaveDuplicates().isSorted();
      }
    }
  }

  /** The numbers of the chats that the page holds. */
  @SuppressWarnings("unchecked") // as the script returns it
  private static List<Long> heard(Browser browser) {
    return (List<Long>)
        browser.ask(
            """
            const all = document.querySelector("hub-dashboard")?.messages.all ?? [];
            return all.filter((event) => event.type === "chat").map((event) => event.seq);
            """);
  }

  private static List<Long> since(Browser browser, List<Long> kept) {
    long first = heard(browser).get(0);
    return kept.stream().filter(seq -> seq >= first).toList();
  }

  /** The numbers of the chats that the hub has. */
  private static List<Long> kept(int port) throws Exception {
    List<Long> kept = new ArrayList<>();
    String after = "oldest";
    for (; ; ) {
      URI page =
          URI.create(
              "http://127.0.0.1:" + port + "/api/events?limit=1000&type=chat&after=" + after);
      try (InputStream in = page.toURL().openStream()) {
        JsonNode batch = new JsonMapper().readTree(new String(in.readAllBytes(), UTF_8));
        if (batch.path("events").isEmpty()) {
          return kept;
        }
        batch.path("events").forEach(event -> kept.add(event.path("seq").asLong()));
        after = batch.path("cursor").asText();
      }
    }
  }
}
