package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.event.Connection;
import org.junit.jupiter.api.Test;

class RoomMetricsTest {
  private static final String ROOM = "{platform=\"bilibili\",room=\"545068\"} ";

  @Test
  void howEachRoomIsStandsUnderMetricsUntilItIsClosed() throws Exception {
    Connection.Health health =
        new Connection.Health(2_500, 40, new Connection.Counts(7, 6, 5, 4, 3, 2, 1));
    try (Hub hub = Hub.start()) {
      hub.rooms.put(new RoomStatus("bilibili", "545068", Connection.State.LIVE, null, health));
      assertThat(hub.get("/metrics").body().lines().filter(line -> line.contains("545068")))
          .containsExactlyInAnyOrder(
              "danmu_room_live" + ROOM + "1.0",
              "danmu_room_last_frame_seconds" + ROOM + "2.5",
              "danmu_room_round_trip_seconds" + ROOM + "0.04",
              "danmu_room_frames_total" + ROOM + "7.0",
              "danmu_room_events_total" + ROOM + "6.0",
              "danmu_room_unknown_total" + ROOM + "5.0",
              "danmu_room_malformed_total" + ROOM + "4.0",
              "danmu_room_dropped_total" + ROOM + "3.0",
              "danmu_room_reconnects_total" + ROOM + "2.0",
              "danmu_room_copies_total" + ROOM + "1.0");
      hub.send("DELETE", "/api/rooms/bilibili:545068", null);
      assertThat(hub.get("/metrics").body()).doesNotContain("545068").contains("danmu_server_");
    }
  }

  @Test
  void whatIsNotKnownYetIsNotToldAndARoomOutOfOrderIsNotLive() throws Exception {
    try (Hub hub = Hub.start()) {
      hub.rooms.put(
          new RoomStatus("bilibili", "1", Connection.State.WAITING, null, Connection.Health.NONE));
      assertThat(hub.get("/metrics").body())
          .contains("danmu_room_live{platform=\"bilibili\",room=\"1\"} 0.0")
          .doesNotContain("danmu_room_last_frame_seconds{", "danmu_room_round_trip_seconds{");
    }
  }

  @Test
  void aListThatFailsIsAFaultOfOursAndTheHubServesOn() throws Exception {
    try (Hub hub = Hub.start()) {
      hub.rooms.fail();
      assertThat(hub.get("/metrics").statusCode()).isEqualTo(500);
      assertThat(hub.get("/healthz").statusCode()).isEqualTo(200);
    }
  }
}
