package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.SmallDisk;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder beside the hub. */
class RecordingsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path dir = Path.of("");

  private static HttpResponse<String> get(RunningHub hub, String path) throws Exception {
    URI uri = hub.uri().resolve(path);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static Console quiet() {
    return new Console(System.out, System.err, false);
  }

  @Test
  void aFullDiskIsSeenFromOutsideUntilTheRecordingGoesOn() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(dir, 4 << 20);
        Simulator simulator = Hosted.scripted(50, "bilibili:545068")) {
      LogOptions options = LogOptions.of(disk.dir().resolve("r")).withCompression(Compression.NONE);
      Recordings recordings = Recordings.to(options, false, false, Platforms.all(), quiet());
      try (DanmuClient client = Hosted.client(simulator);
          RunningHub hub = RunningHub.start(client, 1, recordings.parts(client.events()))) {
        assertThat(get(hub, "/healthz").statusCode()).isEqualTo(200);
        Path ballast = disk.fillUp();
        hub.rooms().open("bilibili:545068");
        await().atMost(PATIENCE).until(() -> get(hub, "/healthz").statusCode() == 503);
        assertThat(get(hub, "/healthz").body()).contains("\"failing\":[\"recording\"]");
        Files.delete(ballast);
        await().atMost(PATIENCE).until(() -> get(hub, "/healthz").statusCode() == 200);
        assertThat(get(hub, "/metrics").body())
            .contains("danmu_record_lost_total 0.0")
            .containsPattern("danmu_record_events_total [1-9]");
      }
    }
  }
}
