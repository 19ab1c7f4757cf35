package io.github.danmuhub.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.platform.tiny.Tiny;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Recorder;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorTest {
  private static final Pace PACE = new Pace(1_000, 1_000);

  private final Transport transport = Transport.create(1);
  private final Loop loop = transport.nextLoop();
  private final Recorder client = new Recorder(loop);
  private Simulator simulator = simulate();

  @AfterEach
  void close() {
    simulator.close();
    transport.close();
  }

  private static Simulator simulate(String... faults) {
    SimulationOptions options =
        new SimulationOptions(
            List.of(
                new SimulatedRoom(new RoomRef("beta", "1"), List.of()),
                new SimulatedRoom(new RoomRef("tiny", "cats"), List.of())),
            Rules.TODAY,
            5,
            1,
            false,
            FaultWords.parse(List.of(faults)));
    try {
      return Simulator.start(
          List.of(
              new FakePlatform("alpha", "live.alpha.example"),
              new FakePlatform("beta", "*.beta.example"),
              new Tiny()),
          new SimulatorOptions(0, options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restart(String... faults) {
    simulator.close();
    simulator = simulate(faults);
  }

  private HttpReply get(String uri, Route route) throws Exception {
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    loop.execute(
        () ->
            transport
                .dialler(loop, route)
                .http()
                .send(HttpCall.get(URI.create(uri), Headers.NONE))
                .whenComplete(
                    (answer, failure) -> {
                      if (failure != null) {
                        reply.completeExceptionally(failure);
                      } else {
                        reply.complete(answer);
                      }
                    }));
    return reply.get(20, TimeUnit.SECONDS);
  }

  private HttpReply getByPath(String path) throws Exception {
    return get(simulator.uri() + path, Route.DIRECT);
  }

  private HttpReply getByHost(String uri) throws Exception {
    return get(uri, new Route(simulator.uri(), null));
  }

  private Recorder dial(String path) {
    Dial dial =
        new Dial.WebSocket(
            URI.create("ws" + (simulator.uri() + path).substring(4)), Headers.NONE, PACE);
    loop.execute(() -> transport.dialler(loop, Route.DIRECT).dial(dial, client));
    return client;
  }

  /** Asks for {@code n} numbers, one frame each. */
  private void ask(int n) throws Exception {
    for (int i = 0; i < n; i++) {
      client.send("next");
    }
  }

  private void expect(String... texts) throws Exception {
    for (String text : texts) {
      assertThat(client.frame().bytes().text()).isEqualTo(text);
    }
  }

  @Test
  void theRealHostDecidesWhoAnswers() throws Exception {
    assertThat(getByHost("https://live.alpha.example/anything").text()).isEqualTo("alpha");
    assertThat(getByHost("https://api.live.beta.example/").text()).isEqualTo("beta");
  }

  @Test
  void underTheSimulatorsOwnAddressThePathDecidesAndTheFirstRoomTakesTheRest() throws Exception {
    assertThat(getByPath("/alpha/x").text()).isEqualTo("alpha");
    assertThat(getByPath("/beta/x").text()).isEqualTo("beta");
    assertThat(getByPath("/").text()).isEqualTo("beta");
    assertThat(getByPath("/gamma").status()).isEqualTo(404);
  }

  @Test
  void aSiteThatThrowsCostsOneAnswerAndIsCounted() throws Exception {
    assertThat(getByPath("/alpha/throw").status()).isEqualTo(500);
    assertThat(getByPath("/alpha").text()).isEqualTo("alpha");
    dial("/alpha").send("fail");
    assertThat(client.closed().code()).isEqualTo(1011);
    assertThat(simulator.tallies().get("simulator")).containsEntry("site-failures", 2L);
  }

  @Test
  void theTalliesAreListedAndSurviveTheEnd() throws Exception {
    assertThat(getByPath("/_simulator").text())
        .isEqualTo("alpha odd-headers 1\nbeta odd-headers 1\n");
    simulator.close();
    assertThat(simulator.tallies().get("beta")).isEqualTo(new TreeMap<>(Map.of("odd-headers", 1L)));
  }

  @Test
  void aPeerTalksAndIsWokenAtItsTime() throws Exception {
    dial("/alpha").send("next");
    client.send("wake");
    expect("no 1", "no 2");
  }

  @Test
  void aRefusalIsTheHandshakesAnswer() throws Exception {
    HttpReply refusal = Objects.requireNonNull(dial("/alpha/refuse").closed().refusal());
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.text()).isEqualTo("not you");
  }

  @Test
  void byteStreamsHaveAPortForEachPlatform() throws Exception {
    Dial dial =
        new Dial.Tcp(
            "broadcast.alpha.example",
            simulator.tcpPort("alpha"),
            true,
            in -> in.remaining() < 4 ? 0 : 4,
            PACE);
    Route route = new Route(simulator.uri(), null);
    loop.execute(() -> transport.dialler(loop, route).dial(dial, client));
    client.send(FrameKind.BINARY, "next".getBytes(UTF_8));
    expect("no 1");
    assertThat(simulator.tcpPort("beta")).isNotEqualTo(simulator.tcpPort("alpha"));
  }

  @Test
  void aPlatformOnTheSiteKitIsHostedBesideTheOthers() throws Exception {
    String token = getByHost("https://tiny.example/rooms/cats").text().split(" ", -1)[1];
    dial("/chat").send("join cats " + token);

    expect("welcome");
    assertThat(client.frame().bytes().text()).matches("(?s)(chat|enter|gift|online) .*");
  }

  @Test
  void aTakenPortIsToldInWords() {
    SimulationOptions nothing =
        new SimulationOptions(List.of(), Rules.TODAY, 5, 1, false, FaultWords.parse(List.of()));
    int port = simulator.uri().getPort();
    assertThatThrownBy(() -> Simulator.start(List.of(), new SimulatorOptions(port, nothing)))
        .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port);
  }

  @Test
  void lookupDownCutsOneRequestOnly() throws Exception {
    restart("lookup-down");
    assertThatThrownBy(() -> getByPath("/alpha")).hasMessageContaining("closed");
    assertThat(getByPath("/alpha").status()).isEqualTo(200);
  }

  @Test
  void handshake502IsARefusal() throws Exception {
    restart("handshake-502");
    assertThat(Objects.requireNonNull(dial("/alpha").closed().refusal()).status()).isEqualTo(502);
  }

  @Test
  void dropAfterDropsTheSocketByItself() throws Exception {
    restart("drop-after=0.05");
    assertThat(dial("/alpha").closed().code()).isEqualTo(1006);
  }

  @Test
  void aHandshakeThatIsRefusedDoesNotUseUpTheDrop() throws Exception {
    restart("drop-after=0.05");
    assertThat(dial("/alpha/refuse").closed().refusal()).isNotNull();
    Recorder second = new Recorder(loop);
    Dial dial =
        new Dial.WebSocket(
            URI.create("ws" + (simulator.uri() + "/alpha").substring(4)), Headers.NONE, PACE);
    loop.execute(() -> transport.dialler(loop, Route.DIRECT).dial(dial, second));
    assertThat(second.closed().code()).isEqualTo(1006);
  }

  @Test
  void aResetComesAfterTheFirstFrames() throws Exception {
    restart("reset");
    dial("/alpha");
    ask(2);
    expect("no 1", "no 2");
    ask(1);
    assertThat(client.closed().code()).isEqualTo(1006);
  }

  @ParameterizedTest
  @CsvSource({
    "truncate,  4, no 1|no 2|no|no 4",
    "duplicate, 4, no 1|no 2|no 3|no 3|no 4",
    "reorder,   4, no 1|no 2|no 4|no 3",
    "throttle,  4, no 1|no 2|no 3|no 4",
    "duplicate:2, 4, no 1|no 2|no 3|no 3|no 4|no 4"
  })
  void frameFaultsSpareTheFirstTwoFramesAndStrikeAsOftenAsAsked(
      String fault, int asked, String heard) throws Exception {
    restart(fault);
    dial("/alpha");
    ask(asked);
    expect(heard.split("\\|"));
  }

  @Test
  void aHungSocketStaysOpenAndSilentWhileOthersTalk() throws Exception {
    restart("hang");
    dial("/alpha");
    ask(4);
    expect("no 1", "no 2");
    Recorder other = new Recorder(loop);
    Dial dial =
        new Dial.WebSocket(
            URI.create("ws://127.0.0.1:" + simulator.uri().getPort() + "/alpha"),
            Headers.NONE,
            PACE);
    loop.execute(() -> transport.dialler(loop, Route.DIRECT).dial(dial, other));
    for (int i = 0; i < 3; i++) {
      other.send("next");
      assertThat(other.frame().bytes().text()).isEqualTo("no " + (i + 1));
    }
    assertThat(client.frames()).isZero();
    assertThat(client.isClosed()).isFalse();
  }
}
