package io.github.danmuhub.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.server.Hub;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A page as a socket, which answers calls as a test says; answers leave one after the other. */
public final class PageClient implements WebSocket.Listener, AutoCloseable {
  /** All that it heard. */
  public final List<JsonNode> heard = new CopyOnWriteArrayList<>();

  private final Consumer<PageClient> greet;
  private final BiConsumer<PageClient, JsonNode> onMessage;
  private final StringBuilder part = new StringBuilder();
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
  private @Nullable WebSocket socket;
  private volatile int closeCode;

  private PageClient(Consumer<PageClient> greet, BiConsumer<PageClient, JsonNode> onMessage) {
    this.greet = greet;
    this.onMessage = onMessage;
  }

  public static PageClient open(
      URI uri,
      Consumer<PageClient> greet,
      BiConsumer<PageClient, JsonNode> onMessage,
      String... headers) {
    PageClient page = new PageClient(greet, onMessage);
    WebSocket.Builder builder = Hub.HTTP.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    page.socket = builder.buildAsync(uri, page).join();
    page.greet.accept(page);
    return page;
  }

  /** Sends a message behind those before. */
  public synchronized PageClient send(String text) {
    sent = sent.thenCompose(before -> socket().sendText(text, true)).toCompletableFuture();
    return this;
  }

  /** A binary message: a head of JSON, and what stands behind it. */
  public synchronized void sendBytes(byte[] head, byte[] bytes) {
    ByteBuffer all = ByteBuffer.allocate(4 + head.length + bytes.length);
    all.putInt(head.length).put(head).put(bytes).flip();
    sent = sent.thenCompose(before -> socket().sendBinary(all, true)).toCompletableFuture();
  }

  /** Small enough to come in one piece; what stands behind the head is told in hex. */
  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] head = new byte[data.getInt()];
    data.get(head);
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    ObjectNode message = (ObjectNode) read(new String(head, StandardCharsets.UTF_8));
    message.put("bytes", HexFormat.of().formatHex(bytes));
    heard.add(message);
    onMessage.accept(this, message);
    from.request(1);
    return null;
  }

  private WebSocket socket() {
    return Objects.requireNonNull(socket);
  }

  /** 0 while it is open. */
  public int closeCode() {
    return closeCode;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      JsonNode message = read(part.toString());
      part.setLength(0);
      heard.add(message);
      onMessage.accept(this, message);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeCode = code;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closeCode = 1006;
  }

  public static JsonNode read(String text) {
    try {
      return CallJson.read(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /** As a tab that is killed. */
  /** The page goes, while its test goes on. */
  public void leave() {
    socket().abort();
  }

  @Override
  public void close() {
    leave();
  }
}
