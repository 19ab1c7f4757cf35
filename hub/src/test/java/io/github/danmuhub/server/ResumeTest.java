package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.config.LimitsConfig.SlowReader;
import io.github.danmuhub.config.ServerConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader that is cut off again and again while events come in, and returns with its cursor. */
class ResumeTest {
  private static final int ALL = 600;
  private static final int SMALL_WINDOW = 20;

  /** What one connection brought before it was cut off, gaps included, and the cursor it left. */
  private record Taken(List<JsonNode> events, String cursor) {}

  private enum DoorKind {
    POLL {
      @Override
      Taken take(Hub hub, String after, int most) throws Exception {
        return poll(hub, "/api/events?after=" + after + "&limit=" + most);
      }
    },
    LONG_POLL {
      @Override
      Taken take(Hub hub, String after, int most) throws Exception {
        return poll(hub, "/api/events?wait=10s&after=" + after + "&limit=" + most);
      }
    },
    SSE {
      @Override
      Taken take(Hub hub, String after, int most) throws Exception {
        try (SseClient stream =
            SseClient.open(hub.uri("/api/events/stream"), "last-event-id", after)) {
          stream.await(() -> !stream.events().isEmpty());
          return first(List.copyOf(stream.lines), most);
        }
      }
    },
    WEBSOCKET {
      @Override
      Taken take(Hub hub, String after, int most) {
        try (WsClient socket = hub.socket("/ws?after=" + after)) {
          socket.await(() -> socket.messages.size() > 1);
          return heard(List.copyOf(socket.messages));
        }
      }
    };

    /** Connects, reads at least something and about {@code most}, and is gone. */
    abstract Taken take(Hub hub, String after, int most) throws Exception;

    private static Taken poll(Hub hub, String path) throws Exception {
      return heard(List.of(hub.get(path).body()));
    }

    private static Taken heard(List<String> messages) {
      List<JsonNode> events = new ArrayList<>();
      String cursor = "";
      for (String message : messages) {
        JsonNode json = WsClient.parse(message);
        json.path("events").forEach(events::add);
        cursor = json.path("cursor").asText();
      }
      return new Taken(events, cursor);
    }

    /** A browser's view: the id that stood before the last whole event. */
    private static Taken first(List<String> lines, int most) {
      List<JsonNode> events = new ArrayList<>();
      String id = "";
      for (String line : lines) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          events.add(WsClient.parse(line.substring(6)));
          if (events.size() == most) {
            break;
          }
        }
      }
      return new Taken(events, id);
    }
  }

  /** All that a reader got through {@code door} until it had, or was told of, {@value #ALL}. */
  private static List<JsonNode> readAll(Hub hub, DoorKind door) throws Exception {
    Random random = new Random(door.name().hashCode());
    List<JsonNode> got = new ArrayList<>();
    String cursor = WsClient.parse(hub.get("/api/events").body()).path("cursor").asText();
    int said = 0;
    while (numbers(got).size() + missed(got) < ALL) {
      int from = said + 1;
      said = Math.min(ALL, said + random.nextInt(120));
      int to = said;
      CompletableFuture<Void> speaker = CompletableFuture.runAsync(() -> hub.say(from, to));
      if (numbers(got).size() + missed(got) < to) {
        Taken taken = door.take(hub, cursor, 1 + random.nextInt(60));
        got.addAll(taken.events());
        cursor = taken.cursor();
      }
      speaker.join();
    }
    return got;
  }

  private static List<Long> numbers(List<JsonNode> events) {
    return events.stream()
        .filter(event -> event.has("seq"))
        .map(event -> event.path("seq").asLong())
        .toList();
  }

  private static long missed(List<JsonNode> events) {
    return events.stream().mapToLong(event -> event.path("missed").asLong()).sum();
  }

  private static String window(int events) {
    return Hub.limits(events, 1_000, 2_000, SlowReader.DROP);
  }

  private static void getsEachOnce(ServerConfig config, DoorKind door) throws Exception {
    try (Hub hub = Hub.start(config)) {
      assertThat(numbers(readAll(hub, door)))
          .isEqualTo(LongStream.rangeClosed(1, ALL).boxed().toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void insideTheWindowInMemoryItGetsEachEventOnceAndInOrder(DoorKind door) throws Exception {
    getsEachOnce(Hub.config(window(ALL)), door);
  }

  @ParameterizedTest
  @EnumSource
  void insideTheArchiveItGetsEachEventOnceAndInOrder(DoorKind door, @TempDir Path dir)
      throws Exception {
    String archive = "archive: '" + dir.resolve("log") + "'";
    getsEachOnce(Hub.config(window(SMALL_WINDOW), archive), door);
  }

  @ParameterizedTest
  @EnumSource
  void outsideOfBothWhatItGotAndWhatItWasToldToHaveMissedAreAll(DoorKind door) throws Exception {
    try (Hub hub = Hub.start(Hub.config(window(SMALL_WINDOW)))) {
      List<JsonNode> got = readAll(hub, door);
      assertThat(missed(got)).isPositive();
      assertThat(numbers(got)).isSorted().doesNotHaveDuplicates();
      assertThat(numbers(got).size() + missed(got)).isEqualTo(ALL);
    }
  }
}
