package io.github.danmuhub.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One log, one cursor, four doors. */
class EventDoorsTest {
  private Hub hub;

  @BeforeEach
  void open() throws Exception {
    hub = Hub.start();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aPollGetsWhatIsThereAndACursorToGoOnWith() throws Exception {
    hub.say(1, 3);
    JsonNode first = poll("/api/events?limit=2");
    assertThat(texts(first)).containsExactly("m1", "m2");
    JsonNode second = poll("/api/events?after=" + cursor(first));
    assertThat(texts(second)).containsExactly("m3");
    assertThat(texts(poll("/api/events?after=" + cursor(second)))).isEmpty();
  }

  @Test
  void aReaderMayBeginSoManyEventsBeforeWhereverItWouldBegin() throws Exception {
    hub.say(1, 5);
    assertThat(texts(poll("/api/events?after=now&back=2"))).containsExactly("m4", "m5");
    String end = cursor(poll("/api/events?limit=3"));
    assertThat(texts(poll("/api/events?back=1&limit=1&after=" + end))).containsExactly("m3");
    assertThat(texts(poll("/api/events?after=now&back=1000"))).hasSize(5);
    try (WsClient ws = hub.socket("/ws?back=1")) {
      ws.await(() -> ws.messages.stream().anyMatch(text -> text.contains("m5")));
      assertThat(ws.messages).noneMatch(text -> text.contains("m4"));
    }
    assertThat(hub.get("/api/events?back=-1").statusCode()).isEqualTo(400);
    assertThat(hub.get("/api/events?back=2000000").statusCode()).isEqualTo(400);
  }

  @Test
  void aLongPollWaitsForTheNextEvent() throws Exception {
    CompletableFuture<JsonNode> answer =
        CompletableFuture.supplyAsync(() -> pollUnchecked("/api/events?after=now&wait=30s"));
    await().until(() -> hub.get("/metrics").body().contains("danmu_server_readers 1.0"));
    hub.say(1, 1);
    assertThat(texts(answer.get(20, SECONDS))).containsExactly("m1");
  }

  @Test
  void aLongPollWithoutEventsEndsEmptyWithACursor() throws Exception {
    JsonNode empty = poll("/api/events?after=now&wait=50ms");
    assertThat(texts(empty)).isEmpty();
    assertThat(cursor(empty)).matches("[0-9a-f]{16}-0");
  }

  @Test
  void aReaderResumesOnAnyDoorWithTheCursorOfAnyOther() throws Exception {
    hub.say(1, 2);
    String fromPoll = cursor(poll("/api/events"));
    hub.say(3, 4);
    String fromSocket;
    try (WsClient socket = hub.socket("/ws?after=" + fromPoll)) {
      assertThat(socket.awaitEvents(2).texts()).containsExactly("m3", "m4");
      fromSocket = socket.cursor();
    }
    hub.say(5, 6);
    String fromStream;
    try (SseClient stream = SseClient.open(hub.uri("/api/events/stream?after=" + fromSocket))) {
      assertThat(stream.awaitEvents(2).texts()).containsExactly("m5", "m6");
      fromStream = stream.lastId();
    }
    hub.say(7, 8);
    try (SseClient stream =
        SseClient.open(hub.uri("/api/events/stream"), "last-event-id", fromStream)) {
      assertThat(stream.awaitEvents(2).texts()).containsExactly("m7", "m8");
    }
    assertThat(texts(poll("/api/events?after=" + fromStream))).containsExactly("m7", "m8");
  }

  @Test
  void roomAndTypeAreFilteredAlikeOnEachDoor() throws Exception {
    String query = "?after=oldest&room=bilibili:2&type=chat,gift";
    hub.say(1, 1);
    hub.server.accept(Hub.enter("2"));
    hub.server.accept(Hub.chat("2", "yes"));
    assertThat(texts(poll("/api/events" + query))).containsExactly("yes");
    try (WsClient socket = hub.socket("/ws" + query);
        SseClient stream = SseClient.open(hub.uri("/api/events/stream" + query))) {
      assertThat(socket.awaitEvents(1).texts()).containsExactly("yes");
      assertThat(stream.awaitEvents(1).texts()).containsExactly("yes");
    }
  }

  @Test
  void anEventIsJsonV1WithItsNumber() throws Exception {
    hub.say(1, 1);
    JsonNode event = poll("/api/events").path("events").get(0);
    assertThat(event.path("v").asInt()).isEqualTo(1);
    assertThat(event.path("seq").asInt()).isEqualTo(1);
    assertThat(event.path("type").asText()).isEqualTo("chat");
    assertThat(event.path("user").path("name").asText()).isEqualTo("小明");
  }

  @Test
  void aCursorOfAnotherHubOrTheFutureIsRefusedAtEachDoorAlike() throws Exception {
    String future = cursor(poll("/api/events")).replaceFirst("-.*", "-999999");
    Map<String, Integer> wrong = Map.of(future, 400, "00112233445566aa-5", 410);
    for (String door : List.of("/api/events", "/api/events/stream", "/ws")) {
      for (Map.Entry<String, Integer> each : wrong.entrySet()) {
        var answer = hub.get(door + "?after=" + each.getKey());
        assertThat(answer.statusCode()).as(door).isEqualTo(each.getValue());
        assertThat(answer.headers().firstValue("content-type"))
            .hasValue("application/problem+json");
      }
    }
  }

  @Test
  void anEventSourceThatReturnsWithACursorFromTheFutureIsToldWhyAndGoesOn() throws Exception {
    hub.say(1, 1);
    String future = cursor(poll("/api/events")).replaceFirst("-.*", "-999999");
    try (SseClient stream =
        SseClient.open(hub.uri("/api/events/stream"), "last-event-id", future)) {
      stream.awaitEvents(2);
      assertThat(stream.events().get(0).path("why").asText()).contains("log is an older one");
      assertThat(stream.texts()).endsWith("m1");
    }
  }

  @Test
  void aStreamGivesItsCursorBeforeItsFirstEvent() throws Exception {
    hub.say(1, 1);
    try (SseClient stream = SseClient.open(hub.uri("/api/events/stream"))) {
      stream.await(() -> !stream.lastId().isEmpty());
      assertThat(stream.events()).isEmpty();
      String welcome = stream.lastId();
      hub.say(2, 2);
      assertThat(texts(poll("/api/events?after=" + welcome))).endsWith("m2");
    }
  }

  @Test
  void aStreamThatReturnsToAnotherHubIsToldOfTheGapAndGoesOn() throws Exception {
    hub.say(1, 1);
    try (SseClient stream =
        SseClient.open(hub.uri("/api/events/stream"), "last-event-id", "00112233445566aa-5")) {
      stream.awaitEvents(2);
      assertThat(stream.events().get(0).path("type").asText()).isEqualTo("gap");
      assertThat(stream.texts()).endsWith("m1");
    }
  }

  private JsonNode poll(String path) throws Exception {
    var response = hub.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return WsClient.parse(response.body());
  }

  private JsonNode pollUnchecked(String path) {
    try {
      return poll(path);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String cursor(JsonNode batch) {
    return batch.path("cursor").asText();
  }

  private static List<String> texts(JsonNode batch) {
    return StreamSupport.stream(batch.path("events").spliterator(), false)
        .map(event -> event.path("text").asText())
        .toList();
  }
}
