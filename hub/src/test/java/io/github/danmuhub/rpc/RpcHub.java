package io.github.danmuhub.rpc;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.config.RpcConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.Hub;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Lobby;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A hub whose pages can be called, for tests. */
public record RpcHub(Hub hub, RpcPart part, List<CompatiblePart> others) implements AutoCloseable {
  public static final String ORIGIN = "https://live.example";

  /** As the lines under {@code rpc:} say it. */
  public static RpcHub start(ServerConfig server, String... lines) throws Exception {
    return start(server, new Told(), lines);
  }

  /** The same, where it is heard how the other hubs' doors are doing. */
  public static RpcHub start(PartStatus others, String... lines) throws Exception {
    return start(Hub.CONFIG, others, lines);
  }

  private static RpcHub start(ServerConfig server, PartStatus status, String... lines)
      throws Exception {
    AtomicReference<Hub> hub = new AtomicReference<>();
    RpcPart part = new RpcPart(config(lines), () -> requireNonNull(hub.get()).lobby());
    hub.set(Hub.start(server, part.doors()));
    part.start(new Told());
    List<CompatiblePart> others = part.compatible();
    for (CompatiblePart each : others) {
      each.start(status);
    }
    return new RpcHub(requireNonNull(hub.get()), part, others);
  }

  /** Its doors, for another hub. */
  public static List<Door> doors(Supplier<Lobby> lobby) throws Exception {
    return new RpcPart(config("eval: false"), lobby).doors();
  }

  private static RpcConfig config(String... lines) throws Exception {
    String yaml = "rpc:\n  " + String.join("\n  ", lines);
    return Objects.requireNonNull(HubConfigReader.parse("a test", yaml).rpc());
  }

  public static RpcHub start(String... lines) throws Exception {
    return start(Hub.CONFIG, lines);
  }

  public HttpResponse<String> call(String groupAndAction, String args, String... headers)
      throws Exception {
    return hub.send("POST", "/rpc/" + groupAndAction, args, headers);
  }

  /** A call that is under way. */
  public CompletableFuture<HttpResponse<String>> later(String groupAndAction, String args) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return call(groupAndAction, args);
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  /** Until so many calls wait for one page. */
  public void awaitWaiting(int calls) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> hub.get("/rpc/clients").body().contains("\"waiting\":" + calls));
  }

  /** A page of this group and id, which answers {@code echo} as its function does. */
  public PageClient page(String group, String id, BiConsumer<PageClient, JsonNode> onCall) {
    String hello =
        "{\"op\":\"hello\",\"group\":\"%s\",\"id\":\"%s\",\"actions\":[\"echo\",\"slow\"]}"
            .formatted(group, id);
    return greeted(hello, onCall);
  }

  /** A page that says hello so. */
  public PageClient greeted(String hello, BiConsumer<PageClient, JsonNode> onCall) {
    PageClient page =
        PageClient.open(
            socket("/ws/rpc"),
            opened -> opened.send(hello),
            (from, message) -> {
              if (message.path("type").asText().equals("call")) {
                onCall.accept(from, message);
              }
            });
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> !page.heard.isEmpty());
    return page;
  }

  /** What is sent back is what came. */
  public static void echo(PageClient page, JsonNode call) {
    if (call.path("action").asText().equals("echo")) {
      result(page, call);
    }
  }

  public static void result(PageClient page, JsonNode call) {
    page.send(
        "{\"op\":\"result\",\"call\":%d,\"value\":%s}"
            .formatted(call.path("call").asInt(), call.path("args")));
  }

  /** Its tabs, in a browser whose profile is kept there. */
  public Part startTabs(Path profiles) throws Exception {
    return startTabs(BrowserOptions.LAUNCH.keepingProfilesIn(profiles), new Told());
  }

  /** Its tabs, in such a browser. */
  public Part startTabs(BrowserOptions options, PartStatus status) throws Exception {
    Part tabs = part.tabs(options, line -> {});
    tabs.start(status);
    return tabs;
  }

  /** Of the only other hub's doors. */
  public URI other(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + others.get(0).port() + path);
  }

  public HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(other("http", path));
    request.method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Hub.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public JsonNode get(String path) throws Exception {
    return PageClient.read(ask("GET", path, "").body());
  }

  public URI socket(String path) {
    return URI.create(hub.uri(path).toString().replaceFirst("^http", "ws"));
  }

  @Override
  public void close() {
    others.forEach(CompatiblePart::close);
    part.close();
    hub.close();
  }
}
