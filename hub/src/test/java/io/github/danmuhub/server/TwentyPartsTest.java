package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hub of twenty parts, the doors among them: each fails for itself, and by its name. */
class TwentyPartsTest {
  private static final Duration CLOSING = Duration.ofSeconds(4);

  private final EventStream events = new EventStream();
  private final Telemetry telemetry = new Telemetry();
  private final EventLog log = EventLog.inMemory(1_000, 1 << 20);
  private final DoorsPart doors =
      new DoorsPart(Hub.CONFIG, new FakeRooms(), events, telemetry, () -> log, List::of);
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<String> closed = new CopyOnWriteArrayList<>();

  private class Quiet implements Part {
    private final String name;
    private @Nullable PartStatus status;

    Quiet(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void start(PartStatus given) throws IOException {
      status = given;
    }

    void failing(String why) {
      if (status != null) {
        status.failing(Phrase.foreign(why));
      }
    }

    @Override
    public void close() {
      closed.add(name);
    }
  }

  private final class Stillborn extends Quiet {
    Stillborn(String name) {
      super(name);
    }

    @Override
    public void start(PartStatus given) throws IOException {
      throw new IOException("its broker is away");
    }
  }

  private final class Hanging extends Quiet {
    Hanging(String name) {
      super(name);
    }

    @Override
    public void close() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        closed.add(name() + ", interrupted");
      }
    }
  }

  @AfterEach
  void end() {
    events.close();
  }

  private Parts start(List<? extends Part> parts) throws IOException {
    return Parts.start(parts, telemetry, phrase -> said.add(phrase.toString()), CLOSING);
  }

  private HttpResponse<String> health() throws Exception {
    HttpRequest ask = HttpRequest.newBuilder(doors.uri().resolve("/healthz")).build();
    return Hub.HTTP.send(ask, BodyHandlers.ofString());
  }

  @Test
  void oneFailsToStartOneFailsLaterAndOneHangsInCloseAndTheDoorsSayWhich() throws Exception {
    Quiet fails = new Quiet("recording");
    List<Part> parts = new ArrayList<>(List.of(fails, doors, new Stillborn("mqtt")));
    parts.add(new Hanging("kafka"));
    while (parts.size() < 20) {
      parts.add(new Quiet("part-" + parts.size()));
    }
    Parts running = start(parts);
    assertThat(health().statusCode()).isEqualTo(503);
    assertThat(health().body()).contains("\"failing\":[\"mqtt\"]");
    fails.failing("the disk is full");
    assertThat(health().body()).contains("\"failing\":[\"mqtt\",\"recording\"]");

    try (WsClient reader = WsClient.open(socket(doors.uri().getPort(), "/ws"))) {
      reader.awaitOne("hello");
      events.publish(Hub.chat("1", "m1"));
      assertThat(reader.awaitEvents(1).texts()).containsExactly("m1");
      long from = System.nanoTime();
      running.close();
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(CLOSING);
      reader.await(() -> reader.closeCode() == 1001);
    }
    await().until(() -> closed.contains("kafka, interrupted"));
    assertThat(closed).hasSize(18).contains("part-19", "recording");
    assertThat(said)
        .containsExactly(
            "mqtt did not start: its broker is away; the rest goes on without it",
            "recording: the disk is full",
            said.get(2));
    assertThat(said.get(2)).startsWith("kafka did not end within ");
  }

  private static URI socket(int port, String path) {
    return URI.create("ws://127.0.0.1:" + port + path);
  }

  @Test
  @SuppressWarnings("try") // the port is given back while the hub runs
  void anOutputWhosePortIsTakenCostsOnlyItselfAndOpensOnceThatIsFree() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      OutputsConfig outputs =
          new OutputsConfig(
              new OutputsConfig.BarrageGrab(taken.getLocalPort()), new OutputsConfig.Blivechat(0));
      List<Part> parts = new ArrayList<>(List.of(doors));
      List<OutputPart> both = OutputPart.all(outputs, doors, events);
      parts.addAll(both);
      try (Parts running = start(parts);
          WsClient plugin = WsClient.open(socket(both.get(1).port(), "/api/plugin/websocket"))) {
        assertThat(running).isNotNull();
        assertThat(health().body()).contains("\"failing\":[\"output-barrage_grab\"]");
        assertThat(said).hasSize(1);
        assertThat(said.get(0))
            .startsWith("output-barrage_grab: cannot listen on outputs.barrage_grab.port: ")
            .endsWith("or stop who listens there; it is tried again every 2 s");
        plugin.await(() -> plugin.messages.size() == 1);
        events.publish(Hub.chat("1", "heard"));
        plugin.await(() -> plugin.messages.size() == 2);
        taken.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> said.size() == 2);
        assertThat(said.get(1))
            .isEqualTo("output-barrage_grab goes on; it listens on port " + both.get(0).port());
        assertThat(health().statusCode()).isEqualTo(200);
        try (WsClient grab = WsClient.open(socket(both.get(0).port(), "/"))) {
          events.publish(Hub.chat("1", "heard"));
          grab.await(() -> grab.messages.size() == 1);
        }
      }
    }
  }
}
