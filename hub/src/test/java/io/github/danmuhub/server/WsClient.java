package io.github.danmuhub.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The JDK's WebSocket; keeps all that it hears. */
public final class WsClient implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  public final List<String> messages = new CopyOnWriteArrayList<>();
  public final List<ByteBuffer> binaries = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private volatile int closeCode;
  private volatile String closeReason = "";
  private @Nullable WebSocket socket;

  public static WsClient open(URI uri) {
    WsClient client = new WsClient();
    client.socket = Hub.HTTP.newWebSocketBuilder().buildAsync(uri, client).join();
    return client;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      messages.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    binaries.add(ByteBuffer.wrap(bytes(data)));
    from.request(1);
    return null;
  }

  private static byte[] bytes(ByteBuffer data) {
    byte[] copy = new byte[data.remaining()];
    data.get(copy);
    return copy;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeReason = reason;
    closeCode = code;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closeReason = String.valueOf(error.getMessage());
    closeCode = 1006;
  }

  public WebSocket socket() {
    return Objects.requireNonNull(socket);
  }

  public WsClient send(String text) {
    socket().sendText(text, true).join();
    return this;
  }

  /** 0 while it is open. */
  public int closeCode() {
    return closeCode;
  }

  public String closeReason() {
    return closeReason;
  }

  /** All messages of one type so far. */
  public List<JsonNode> ofType(String type) {
    List<JsonNode> found = new ArrayList<>();
    for (String message : messages) {
      JsonNode json = parse(message);
      if (json.path("type").asText().equals(type)) {
        found.add(json);
      }
    }
    return found;
  }

  /** What the batches carried so far, gaps included. */
  List<JsonNode> events() {
    List<JsonNode> events = new ArrayList<>();
    ofType("events").forEach(batch -> batch.path("events").forEach(events::add));
    return events;
  }

  List<String> texts() {
    return events().stream().map(event -> event.path("text").asText()).toList();
  }

  /** The cursor of the newest batch or answer. */
  String cursor() {
    String cursor = "";
    for (String message : messages) {
      cursor = parse(message).path("cursor").asText(cursor);
    }
    return cursor;
  }

  public JsonNode awaitOne(String type) {
    await(() -> !ofType(type).isEmpty());
    return ofType(type).get(ofType(type).size() - 1);
  }

  WsClient awaitEvents(int count) {
    await(() -> events().size() >= count);
    return this;
  }

  public void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(condition);
  }

  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  @Override
  public void close() {
    socket().abort();
  }
}
