package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a whole hub: rooms, doors, recording. */
class ServeStopTest {
  private static final Pattern ENDED = Pattern.compile("\"state\":\"ended\"");
  private static final String[] ROOMS = {"bilibili:545068", "bilibili:21452505"};
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path dir = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void eachRoomsLastEventReachesReadersAndTheRecordingWithinFiveSecondsWhoeverIsStuck()
      throws Exception {
    try (Simulator simulator = Hosted.scripted(50, ROOMS)) {
      Thread serve = serve(simulator);
      await().atMost(Duration.ofSeconds(60)).until(() -> out.toString(UTF_8).contains("ready "));
      URI uri = URI.create(out.toString(UTF_8).strip().substring(6));
      awaitLive(uri);
      WebSocket reader = listen(uri);
      List<Socket> stuck = stuck(uri.getPort());
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> String.join("", heard).contains("\"chat\""));
      long from = System.nanoTime();
      serve.interrupt();
      serve.join();
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
      await().atMost(Duration.ofSeconds(20)).until(reader::isInputClosed);
      assertThat(ENDED.matcher(String.join("", heard)).results())
          .as("what the reader heard")
          .hasSize(2);
      assertThat(endedInRecording()).isEqualTo(2);
      for (Socket each : stuck) {
        each.close();
      }
    }
  }

  private Thread serve(Simulator simulator) throws IOException {
    String yaml =
        """
        server: {port: 0}
        rooms: ['%s', '%s']
        record: {dir: '%s'}
        """
            .formatted(ROOMS[0], ROOMS[1], dir.resolve("recorded"));
    Path config = Files.writeString(dir.resolve("danmu.yaml"), yaml);
    Console console =
        new Console(
            new PrintStream(out, true, UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
            false);
    String[] args = {"serve", "--config", config.toString(), "--simulator", "" + simulator.uri()};
    Thread thread = new Thread(() -> Main.run(console, args), "hub under test");
    thread.start();
    return thread;
  }

  private static void awaitLive(URI uri) {
    HttpRequest rooms = HttpRequest.newBuilder(uri.resolve("/api/rooms")).build();
    Pattern live = Pattern.compile("\"state\":\"live\"");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                live.matcher(HTTP.send(rooms, BodyHandlers.ofString()).body()).results().count()
                    == 2);
  }

  private WebSocket listen(URI uri) {
    return HTTP.newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:" + uri.getPort() + "/ws"),
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onText(
                  WebSocket from, CharSequence data, boolean last) {
                heard.add(data.toString());
                from.request(1);
                return null;
              }
            })
        .join();
  }

  /** Readers that ask, and then read nothing and answer nothing. */
  private static List<Socket> stuck(int port) throws IOException {
    List<Socket> stuck = new ArrayList<>();
    String upgrade =
        """
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        """
            .replace("\n", "\r\n");
    for (String request :
        List.of(
            "/ws HTTP/1.1\r\n" + upgrade,
            "/api/events/stream HTTP/1.1\r\n",
            "/api/events?after=now&wait=60s&type=rank HTTP/1.1\r\n")) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket
          .getOutputStream()
          .write(("GET " + request + "Host: localhost\r\n\r\n").getBytes(UTF_8));
      stuck.add(socket);
    }
    return stuck;
  }

  private int endedInRecording() throws Exception {
    int ended = 0;
    try (RecordingReader reader = Recording.open(dir.resolve("recorded")).reader()) {
      for (Numbered next = reader.next(); next != null; next = reader.next()) {
        boolean last = next.event() instanceof Connection c && c.state() == Connection.State.ENDED;
        ended += last ? 1 : 0;
      }
    }
    return ended;
  }
}
