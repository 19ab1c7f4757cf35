package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomsDoorTest {
  @Test
  void whoAsksForTheHeadGetsItWithoutTheBody() throws Exception {
    try (Hub hub = Hub.start();
        RawSocket client = new RawSocket(hub.port())) {
      for (String path :
          List.of("/healthz", "/metrics", "/api/rooms", "/examples/websocket.html")) {
        client.send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 OK").contains("content-");
      }
      client.send("HEAD /api/events/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 405");
    }
  }

  @Test
  void aRoomIsOpenedListedAndClosed() throws Exception {
    try (Hub hub = Hub.start()) {
      var opened = hub.send("POST", "/api/rooms", "{\"room\":\"bilibili:545068\"}");
      assertThat(opened.statusCode()).isEqualTo(201);
      String location = opened.headers().firstValue("location").orElseThrow();
      assertThat(location).isEqualTo("/api/rooms/bilibili:545068");
      var again = hub.send("POST", "/api/rooms", "{\"room\":\"bilibili:545068\"}");
      assertThat(again.statusCode()).as("it is open already").isEqualTo(200);
      assertThat(again.body()).isEqualTo(opened.body());
      JsonNode rooms = WsClient.parse(hub.get("/api/rooms").body()).path("rooms");
      assertThat(rooms).hasSize(1);
      assertThat(rooms.get(0).path("state").asText()).isEqualTo("live");
      assertThat(rooms.get(0).path("health").path("frames").asInt()).isZero();
      assertThat(hub.send("DELETE", location, null).statusCode()).isEqualTo(204);
      assertThat(hub.send("DELETE", location, null).statusCode()).isEqualTo(404);
    }
  }
}
