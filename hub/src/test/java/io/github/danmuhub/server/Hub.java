package io.github.danmuhub.server;

import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Lobby;
import io.github.danmuhub.server.net.ServerTiming;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hub on a free port, for tests, with what a client needs to call it. */
public final class Hub implements AutoCloseable {
  public static final ServerConfig CONFIG = ServerConfig.DEFAULT.withPort(0);
  public static final String TOKEN = "a-token-of-sixteen-or-more";
  public static final HttpClient HTTP = HttpClient.newHttpClient();

  final HubServer server;
  final FakeRooms rooms = new FakeRooms();
  final Telemetry telemetry = new Telemetry();

  private final EventLog log;

  private Hub(ServerConfig config, ServerTiming timing, List<Door> more)
      throws ConfigException, IOException {
    log = ServerLog.open(config, why -> {});
    server = HubServer.start(config, rooms, log, telemetry, timing, more);
  }

  public static Hub start() throws ConfigException, IOException {
    return start(CONFIG);
  }

  public static Hub start(ServerConfig config) throws ConfigException, IOException {
    return new Hub(config, ServerTiming.STANDARD, List.of());
  }

  /** One with doors of another part. */
  public static Hub start(ServerConfig config, List<Door> more)
      throws ConfigException, IOException {
    return new Hub(config, ServerTiming.STANDARD, more);
  }

  public static Hub start(ServerTiming timing) throws ConfigException, IOException {
    return new Hub(CONFIG, timing, List.of());
  }

  /** A hub's configuration, as the lines under {@code server:} say it; on a free port. */
  public static ServerConfig config(String... lines) throws ConfigException {
    String yaml = "server:\n  port: 0\n  " + String.join("\n  ", lines);
    return HubConfigReader.parse("a test", yaml).server();
  }

  /** One that asks for {@link #TOKEN}. */
  public static ServerConfig guarded() throws ConfigException {
    return config("token: " + TOKEN);
  }

  /** One whose log is kept in {@code dir}. */
  static ServerConfig archived(Path dir) throws ConfigException {
    return config("archive: '" + dir.resolve("log") + "'");
  }

  /** The limits that tests shrink. */
  static String limits(int retained, int perAddress, int backlog, LimitsConfig.SlowReader policy) {
    return "limits: {retained_events: %d, connections_per_address: %d, reader_backlog: %d, slow_reader: %s}"
        .formatted(retained, perAddress, backlog, policy);
  }

  public static LiveEvent chat(String room, String text) {
    return Chat.of(Origin.ours("bilibili", room, 1_000), User.of("7", "小明"), text);
  }

  static LiveEvent enter(String room) {
    return new Enter(Origin.ours("bilibili", room, 1_000), User.of("7", "小明"), null);
  }

  /** Chats {@code m<from>} to {@code m<to>} in room 1. */
  void say(int from, int to) {
    for (int i = from; i <= to; i++) {
      server.accept(chat("1", "m" + i));
    }
  }

  /** What its parts find there. */
  public Lobby lobby() {
    return new ServerLobby(server);
  }

  public URI uri(String path) {
    return server.uri().resolve(path);
  }

  public int port() {
    return server.uri().getPort();
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, null, headers);
  }

  public HttpResponse<String> send(
      String method, String path, @Nullable String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  public WsClient socket(String path) {
    return WsClient.open(URI.create(uri(path).toString().replaceFirst("^http", "ws")));
  }

  @Override
  public void close() {
    server.close();
    log.close();
  }
}
