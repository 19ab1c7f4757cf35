package io.github.danmuhub.kafka.load;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where rooms are heard, by a real broker: no worker takes more than its slots, what fits nowhere
 * is told, a room goes where a person sends it, and the doors of a hub write where the command
 * does.
 */
@Tag("load")
class PlacesTest {
  private static final int SLOTS = 3;
  private static final List<String> NAMES = NumberedRooms.names(2 * SLOTS + 2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private final Path dir;
  private final HttpClient http = HttpClient.newHttpClient();

  PlacesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private static List<String> list(SharedRooms shared) throws IOException {
    return shared
        .danmu("list", List.of())
        .lines()
        .filter(line -> line.startsWith("bilibili:"))
        .toList();
  }

  private int call(HubProcess worker, String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(worker.uri().resolve(path))
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, ofString());
    return answer.statusCode();
  }

  private static void awaitList(SharedRooms shared, String room, String what) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                list(shared).stream()
                    .anyMatch(line -> line.startsWith(room + " ") && line.contains(what)));
  }

  @Test
  void slotsAreKeptRoomsAreMovedAndTheDoorsWriteToTheTopic() throws Exception {
    String slots = "slots: {bilibili: %d}".formatted(SLOTS);
    try (SharedRooms shared = SharedRooms.start(dir, NAMES.size(), 10);
        HubProcess one = shared.worker("cat-1", slots);
        HubProcess two = shared.worker("cat-2", slots)) {
      List<String> fit = NAMES.subList(0, 2 * SLOTS);
      String tooMany = NAMES.get(2 * SLOTS);
      shared.danmu("add", fit);
      SharedRooms.awaitLive(fit.size(), one, two);
      assertThat(SharedRooms.live(one)).as("three slots each").isEqualTo(SLOTS);

      long full = System.currentTimeMillis();
      shared.danmu("add", List.of(tooMany));
      awaitList(shared, tooMany, "no-slot");
      await()
          .pollDelay(A_WHILE)
          .atMost(PATIENCE)
          .until(() -> SharedRooms.live(one, two) == fit.size());
      assertThat(one.said() + two.said()).as("told to a person").contains("1 room without a slot");

      shared.danmu("remove", List.of(fit.get(0)));
      awaitList(shared, tooMany, "live");
      long moved = System.currentTimeMillis();
      String heardByOne =
          list(shared).stream().filter(line -> line.contains("cat-1")).findFirst().orElseThrow();
      String room = heardByOne.substring(0, heardByOne.indexOf(' '));
      String heardByTwo =
          list(shared).stream().filter(line -> line.contains("cat-2")).findFirst().orElseThrow();
      String other = heardByTwo.substring(0, heardByTwo.indexOf(' '));
      shared.danmu("remove", List.of(other));
      shared.danmu("move", List.of(room, "--to", "cat-2"));
      awaitList(shared, room, "cat-2  live");

      assertThat(call(one, "POST", "/api/rooms", "{\"room\":\"" + NAMES.get(7) + "\"}"))
          .isBetween(200, 202);
      awaitList(shared, NAMES.get(7), "live");
      assertThat(call(two, "DELETE", "/api/rooms/" + NAMES.get(7), "")).isBetween(200, 204);
      await()
          .atMost(PATIENCE)
          .until(() -> list(shared).stream().noneMatch(line -> line.startsWith(NAMES.get(7))));
      one.stop();
      two.stop();
      Tenancies told = Tenancies.in(shared.broker().address());
      assertThat(told.redials(full, moved)).as("of those that were heard").isZero();
      assertThat(told.redials(moved, Long.MAX_VALUE)).as("only the one that was moved").isOne();
    }
  }
}
