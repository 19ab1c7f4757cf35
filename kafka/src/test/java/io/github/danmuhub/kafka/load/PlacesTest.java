package io.github.danmuhub.kafka.load;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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

  private HubProcess worker(BrokerProcess broker, NumberedRooms rooms, String name)
      throws IOException {
    String yaml =
        """
        server: {archive: LOG}
        platforms: {bilibili: {connects-per-minute: 60000}}
        kafka: {brokers: ['%s'], worker: %s, slots: {bilibili: %d}}
        """
            .formatted(broker.address(), name, SLOTS);
    return HubProcess.start(dir.resolve(name), yaml, rooms.uri());
  }

  private String danmu(BrokerProcess broker, String verb, List<String> arguments)
      throws IOException {
    RoomsCommand.Ended ended = RoomsCommand.run(dir, broker, verb, arguments);
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    return ended.said();
  }

  private List<String> list(BrokerProcess broker) throws IOException {
    return danmu(broker, "list", List.of()).lines().filter(l -> l.startsWith("bilibili:")).toList();
  }

  private static double live(HubProcess... workers) {
    return Stream.of(workers).mapToDouble(w -> Figures.of(w, "danmu_room_live")).sum();
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

  private void awaitList(BrokerProcess broker, String room, String what) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                list(broker).stream()
                    .anyMatch(line -> line.startsWith(room + " ") && line.contains(what)));
  }

  @Test
  void slotsAreKeptRoomsAreMovedAndTheDoorsWriteToTheTopic() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(Files.createDirectory(dir.resolve("broker")));
        NumberedRooms rooms = NumberedRooms.start(dir.resolve("rooms.log"), NAMES.size(), 10);
        HubProcess one = worker(broker, rooms, "cat-1");
        HubProcess two = worker(broker, rooms, "cat-2")) {
      List<String> fit = NAMES.subList(0, 2 * SLOTS);
      String tooMany = NAMES.get(2 * SLOTS);
      danmu(broker, "add", fit);
      await().atMost(PATIENCE).until(() -> live(one, two) == fit.size());
      assertThat(live(one)).as("three slots each").isEqualTo(SLOTS);

      long full = System.currentTimeMillis();
      danmu(broker, "add", List.of(tooMany));
      awaitList(broker, tooMany, "no-slot");
      await().pollDelay(A_WHILE).atMost(PATIENCE).until(() -> live(one, two) == fit.size());
      assertThat(one.said() + two.said()).as("told to a person").contains("1 room without a slot");

      danmu(broker, "remove", List.of(fit.get(0)));
      awaitList(broker, tooMany, "live");
      long moved = System.currentTimeMillis();
      String heardByOne =
          list(broker).stream().filter(line -> line.contains("cat-1")).findFirst().orElseThrow();
      String room = heardByOne.substring(0, heardByOne.indexOf(' '));
      String heardByTwo =
          list(broker).stream().filter(line -> line.contains("cat-2")).findFirst().orElseThrow();
      String other = heardByTwo.substring(0, heardByTwo.indexOf(' '));
      danmu(broker, "remove", List.of(other));
      danmu(broker, "move", List.of(room, "--to", "cat-2"));
      awaitList(broker, room, "cat-2  live");

      assertThat(call(one, "POST", "/api/rooms", "{\"room\":\"" + NAMES.get(7) + "\"}"))
          .isBetween(200, 202);
      awaitList(broker, NAMES.get(7), "live");
      assertThat(call(two, "DELETE", "/api/rooms/" + NAMES.get(7), "")).isBetween(200, 204);
      await()
          .atMost(PATIENCE)
          .until(() -> list(broker).stream().noneMatch(line -> line.startsWith(NAMES.get(7))));
      one.stop();
      two.stop();
      Tenancies told = Tenancies.in(broker.address());
      assertThat(told.redials(full, moved)).as("of those that were heard").isZero();
      assertThat(told.redials(moved, Long.MAX_VALUE)).as("only the one that was moved").isOne();
    }
  }
}
