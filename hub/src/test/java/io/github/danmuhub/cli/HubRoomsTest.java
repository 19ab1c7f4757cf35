package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Real rooms behind the hub's doors, while they are busy. */
class HubRoomsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<String> ROOMS = List.of("bilibili:545068", "bilibili:21452505");

  private static Simulator simulator() throws Exception {
    List<SimulatedRoom> hosted = new ArrayList<>();
    for (String room : ROOMS) {
      hosted.add(new SimulatedRoom(Platforms.parse(room), List.of()));
    }
    return Simulator.start(
        Platforms.all(),
        new SimulatorOptions(
            0, new SimulationOptions(hosted, Rules.TODAY, 50, 1, false, PendingFaults.none())));
  }

  private static CompletableFuture<HttpResponse<String>> call(
      RunningHub hub, String method, String path, String body) {
    URI uri = hub.uri().resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    request.method(method, BodyPublishers.ofString(body));
    return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private static String get(RunningHub hub, String path) {
    return call(hub, "GET", path, "").join().body();
  }

  private static void awaitChat(RunningHub hub, String room) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(hub, "/api/events?after=now&wait=1s&room=" + room).contains("\"seq\""));
  }

  @Test
  void aRoomAddedManyTimesIsOneAndTakenAwayWhileItSpeaksItEndsAloneAndSaysSo() throws Exception {
    try (Simulator simulator = simulator()) {
      try (DanmuClient client = Hosted.client(simulator);
          RunningHub hub = RunningHub.start(client, 2, List.of())) {
        List<CompletableFuture<HttpResponse<String>>> adds = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          String body = "{\"room\":\"" + ROOMS.get(i % 2) + "\"}";
          adds.add(call(hub, "POST", "/api/rooms", body));
        }
        assertThat(adds.stream().map(add -> add.join().statusCode()).sorted().toList())
            .startsWith(200, 200)
            .endsWith(200, 201, 201);
        assertThat(client.rooms()).hasSize(2);
        HttpResponse<String> third =
            call(hub, "POST", "/api/rooms", "{\"room\":\"bilibili:3\"}").join();
        assertThat(third.statusCode()).as("beyond the limit").isEqualTo(429);
        assertThat(third.body())
            .contains("too-many-rooms", "at most 2 rooms", "server.limits.rooms");
        awaitChat(hub, ROOMS.get(0));
        awaitChat(hub, ROOMS.get(1));
        int gone = call(hub, "DELETE", "/api/rooms/" + ROOMS.get(0), "").join().statusCode();
        assertThat(gone).isEqualTo(204);
        String ended = "/api/events?type=connection&room=" + ROOMS.get(0);
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> get(hub, ended).contains("\"state\":\"ended\""));
        awaitChat(hub, ROOMS.get(1));
        assertThat(get(hub, "/api/rooms")).contains(ROOMS.get(1)).doesNotContain(ROOMS.get(0));
      }
    }
  }

  @Test
  void aRoomThatHasFailedIsOpenedAnewWithinTheLimit() throws Exception {
    try (Simulator simulator = simulator()) {
      try (DanmuClient client = Hosted.client(simulator)) {
        HubRooms rooms = new HubRooms(client, PlatformSettings.DEFAULT, 1);
        rooms.open("bilibili:999"); // the simulator has no such room
        RoomConnection failed = client.rooms().get(0);
        await().atMost(Duration.ofSeconds(20)).until(() -> failed.state() == State.FAILED);
        assertThat(rooms.open("bilibili:999").isNew()).isTrue();
        assertThat(client.rooms()).hasSize(1).doesNotContain(failed);
      }
    }
  }

  @Test
  void aTitleThatIsToldAfterTheEndIsForgotten() throws Exception {
    try (Simulator simulator = simulator()) {
      try (DanmuClient client = Hosted.client(simulator)) {
        HubRooms rooms = new HubRooms(client, PlatformSettings.DEFAULT, 1);
        rooms.open(ROOMS.get(0));
        rooms.close(ROOMS.get(0));
        Origin origin = Origin.ours("bilibili", "545068", 1);
        rooms.accept(new Room(origin, "old", null, null));
        rooms.accept(new Connection(origin, State.ENDED, null, 0, 0, 0, Connection.Health.NONE));
        assertThat(rooms.open(ROOMS.get(0)).room().title()).isNull();
      }
    }
  }
}
