package io.github.danmuhub.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Reads Server-Sent Events line by line. */
final class SseClient implements AutoCloseable {
  final List<String> lines = new CopyOnWriteArrayList<>();
  private final Stream<String> body;
  private volatile boolean ended;

  private SseClient(Stream<String> body) {
    this.body = body;
    Thread thread = new Thread(this::read, "sse-client");
    thread.setDaemon(true);
    thread.start();
  }

  static SseClient open(URI uri, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    var response = Hub.HTTP.send(request.build(), BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return new SseClient(response.body());
  }

  private void read() {
    try {
      body.forEach(lines::add);
    } catch (UncheckedIOException e) {
      lines.add(": broken");
    }
    ended = true;
  }

  boolean ended() {
    return ended;
  }

  List<JsonNode> events() {
    return lines.stream()
        .filter(line -> line.startsWith("data: "))
        .map(line -> WsClient.parse(line.substring(6)))
        .toList();
  }

  List<String> texts() {
    return events().stream().map(event -> event.path("text").asText()).toList();
  }

  String lastId() {
    return lines.stream()
        .filter(line -> line.startsWith("id: "))
        .reduce((first, second) -> second)
        .map(line -> line.substring(4))
        .orElse("");
  }

  SseClient awaitEvents(int count) {
    await(() -> events().size() >= count);
    return this;
  }

  void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(condition);
  }

  @Override
  public void close() {
    body.close();
  }
}
