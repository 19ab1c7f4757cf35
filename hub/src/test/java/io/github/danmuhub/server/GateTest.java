package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.policy.GuessLimit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.Executable;

/** Who is kept out, on each door of the table. */
@TestInstance(Lifecycle.PER_CLASS)
class GateTest {
  private static final String[] UPGRADE = {
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
  };

  private static final String LISTED = "http://localhost:3000";

  private Hub open;
  private Hub listing;
  private Hub guarded;

  @BeforeAll
  void start() throws Exception {
    open = Hub.start();
    guarded = Hub.start(Hub.guarded());
    listing = Hub.start(Hub.config("allowed_origins: ['" + LISTED + "']"));
  }

  @AfterAll
  void stop() {
    open.close();
    guarded.close();
    listing.close();
  }

  @TestFactory
  Stream<DynamicTest> aWrongHostIsRefusedOnEachDoor() {
    return eachDoor(
        open, door -> expect(403, "wrong-host", call(open, door, "Host: rebound.example")));
  }

  @TestFactory
  Stream<DynamicTest> aForeignOriginIsRefusedOnEachDoor() {
    return eachDoor(
        open,
        door ->
            expect(
                403,
                "foreign-origin",
                call(open, door, host(open), "Origin: http://evil.example")));
  }

  @TestFactory
  Stream<DynamicTest> aPageOfAnotherSiteWithoutAnOriginIsRefusedOnEachDoor() {
    return eachDoor(
        open,
        door ->
            expect(
                403, "foreign-origin", call(open, door, host(open), "Sec-Fetch-Site: cross-site")));
  }

  @TestFactory
  Stream<DynamicTest> aMissingTokenIsRefusedOnEachDoorThatTellsOfRooms() {
    return guarded.server.doors().stream()
        .filter(door -> !door.open())
        .map(door -> test(door, () -> expect(401, "token", call(guarded, door, host(guarded)))));
  }

  @TestFactory
  Stream<DynamicTest> aWrongTokenIsRefusedHoweverItIsShown() {
    return Stream.of(
            "Authorization: Bearer wrong-token-wrong-token",
            "Authorization: Basic " + Hub.TOKEN,
            "Cookie: danmu_session=" + Hub.TOKEN)
        .flatMap(
            header ->
                guarded.server.doors().stream()
                    .filter(door -> !door.open())
                    .map(
                        door ->
                            test(
                                door,
                                () ->
                                    expect(
                                        401,
                                        "token",
                                        call(guarded, door, host(guarded), header)))));
  }

  @TestFactory
  Stream<DynamicTest> aStrangerIsNotToldWhichPathsThereAre() {
    return Stream.of("GET /nowhere", "PUT /api/rooms", "GET /healthz/x", "GET //", "GET /%2e%2e/x")
        .map(line -> line.split(" ", 2))
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line[0] + " " + line[1],
                    () -> {
                      String[] host = {host(guarded)};
                      expect(401, "token", RawHttp.request(guarded.port(), line[0], line[1], host));
                    }));
  }

  @Test
  void whatNeedsNoTokenIsOpenToAStranger() throws Exception {
    assertThat(guarded.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(guarded.get("/examples/websocket.html").statusCode()).isEqualTo(200);
    assertThat(guarded.get("/examples/websocket.js").statusCode()).isEqualTo(200);
    assertThat(guarded.get("/login").statusCode()).isEqualTo(405);
  }

  @Test
  void whoShowsTooManyWrongTokensIsToldWhenToTryAgainAndNobodyElseIs() throws Exception {
    try (Hub hub = Hub.start(Hub.guarded())) {
      String session = signIn(hub);
      for (int i = 0; i < GuessLimit.AT_ONCE; i++) {
        hub.send("POST", "/login", "{\"token\":\"wrong " + i + "\"}");
      }
      var answer = hub.send("POST", "/login", "{\"token\":\"" + Hub.TOKEN + "\"}");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("retry-after")).contains("1");
      assertThat(answer.body()).contains("urn:danmu-hub:problem:too-many-guesses");
      assertThat(hub.get("/api/rooms?token=guess").statusCode()).isEqualTo(429);
      assertThat(hub.get("/api/rooms", "Cookie", session).statusCode()).isEqualTo(200);
      String[] bearer = {host(hub), "Authorization: Bearer " + Hub.TOKEN};
      String other = RawHttp.requestFrom("127.0.0.2", hub.port(), "GET", "/api/rooms", bearer);
      assertThat(other).startsWith("HTTP/1.1 200");
    }
  }

  private static String signIn(Hub hub) throws Exception {
    var answer = hub.send("POST", "/login", "{\"token\":\"" + Hub.TOKEN + "\"}");
    return answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
  }

  @Test
  void theTokenOpensTheDoorAsHeaderAndInTheAddress() throws Exception {
    assertThat(guarded.get("/api/rooms", "Authorization", "Bearer " + Hub.TOKEN).statusCode())
        .isEqualTo(200);
    assertThat(guarded.get("/api/rooms", "Authorization", "bearer " + Hub.TOKEN).statusCode())
        .isEqualTo(200);
    assertThat(guarded.get("/api/rooms?token=" + Hub.TOKEN).statusCode()).isEqualTo(200);
    try (WsClient socket = guarded.socket("/ws?token=" + Hub.TOKEN)) {
      assertThat(socket.awaitOne("hello").path("cursor").asText()).endsWith("-0");
    }
  }

  @Test
  void aPageSignsInOnceAndGetsACookieThatIsNotTheToken() throws Exception {
    var refused = guarded.send("POST", "/login", "{\"token\":\"wrong\"}");
    assertThat(refused.statusCode()).isEqualTo(401);
    var answer = guarded.send("POST", "/login", "{\"token\":\"" + Hub.TOKEN + "\"}");
    assertThat(answer.statusCode()).isEqualTo(204);
    String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie).containsIgnoringCase("; HttpOnly").contains("SameSite=Strict", "Path=/");
    assertThat(cookie).doesNotContain(Hub.TOKEN);
    String pair = cookie.split(";", 2)[0];
    assertThat(guarded.get("/api/events", "Cookie", pair).statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerNeverRepeatsASecret() throws Exception {
    String answer = call(guarded, Door.get("/api/rooms?token=s3cret-s3cret-s3cret", c -> {}));
    assertThat(answer).doesNotContain("s3cret");
    assertThat(guarded.get("/metrics?token=" + Hub.TOKEN).body()).doesNotContain(Hub.TOKEN);
    assertThat(Hub.guarded().toString()).doesNotContain(Hub.TOKEN);
  }

  @Test
  void ourOwnPageAndAListedOneMayCall() throws Exception {
    for (Hub hub : List.of(open, listing)) {
      String own = "http://127.0.0.1:" + hub.port();
      assertThat(hub.get("/api/rooms", "Origin", own).statusCode()).isEqualTo(200);
      assertThat(hub.get("/examples/websocket.html", "Origin", own).statusCode()).isEqualTo(200);
    }
    assertThat(listing.get("/api/rooms", "Origin", LISTED).statusCode()).isEqualTo(200);
    assertThat(listing.get("/api/rooms").statusCode()).as("a program").isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> whereOriginsAreListedEachDoorStillTellsOursFromForeignOnes() {
    return eachDoor(
        listing,
        door -> {
          expect(
              403,
              "foreign-origin",
              call(listing, door, host(listing), "Origin: http://evil.example"));
          String ours = "Origin: http://127.0.0.1:" + listing.port();
          assertThat(call(listing, door, host(listing), ours))
              .doesNotContain("problem:foreign-origin");
          String listed = call(listing, door, host(listing), "Origin: " + LISTED);
          assertThat(listed)
              .doesNotContain("problem:foreign-origin")
              .containsIgnoringCase("access-control-allow-origin: " + LISTED);
        });
  }

  @Test
  void aListedPageIsToldBeforehandWhatItMaySend() throws Exception {
    String answer =
        RawHttp.request(
            listing.port(),
            "OPTIONS",
            "/api/rooms/x",
            host(listing),
            "Origin: " + LISTED,
            "Access-Control-Request-Method: DELETE");
    assertThat(answer).startsWith("HTTP/1.1 204").contains("DELETE", LISTED);
  }

  @Test
  void anAddressThatOthersReachNeedsAToken() {
    assertThatThrownBy(() -> Hub.start(Hub.config("host: 0.0.0.0")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("server.token");
  }

  @Test
  void oneConnectionTooManyIsToldSo() throws Exception {
    String two = Hub.limits(20, 2, 50, LimitsConfig.SlowReader.DROP);
    try (Hub hub = Hub.start(Hub.config(two));
        WsClient first = hub.socket("/ws");
        WsClient second = hub.socket("/ws")) {
      expect(429, "too-many-connections", call(hub, Door.get("/api/rooms", c -> {}), host(hub)));
      second.send("{\"op\":\"ping\"}").awaitOne("pong");
      first.send("{\"op\":\"ping\"}").awaitOne("pong");
    }
  }

  @Test
  void aSocketThatIsGoneLeavesItsPlaceToTheNextHoweverItWent() throws Exception {
    String four = Hub.limits(20, 4, 50, LimitsConfig.SlowReader.DROP);
    try (Hub hub = Hub.start(Hub.config(four))) {
      for (String path : List.of("/ws", "/ws/echo", "/ws/topic/cats")) {
        for (int i = 0; i < 4; i++) {
          hub.socket(path).close();
          RawSocket.upgrade(hub.port(), path).close();
          awaitAlone(hub);
        }
      }
    }
  }

  /** The one connection is that which asks. */
  private static void awaitAlone(Hub hub) {
    await()
        .untilAsserted(
            () ->
                assertThat(call(hub, Door.get("/metrics", c -> {}), host(hub)))
                    .contains("danmu_server_connections 1.0"));
  }

  private interface Check {
    void run(Door door) throws Exception;
  }

  private static Stream<DynamicTest> eachDoor(Hub hub, Check check) {
    return hub.server.doors().stream().map(door -> test(door, () -> check.run(door)));
  }

  private static DynamicTest test(Door door, Executable check) {
    return DynamicTest.dynamicTest(door.method() + " " + door.path(), check);
  }

  private static String host(Hub hub) {
    return "Host: 127.0.0.1:" + hub.port();
  }

  private static String call(Hub hub, Door door, String... headers) throws Exception {
    String[] all = headers.length == 0 ? new String[] {host(hub)} : headers;
    if (door.kind() == Door.Kind.WEBSOCKET) {
      all = Stream.concat(Stream.of(all), Stream.of(UPGRADE)).toArray(String[]::new);
    }
    String path = door.path().replaceAll("\\{\\w+}", "x");
    return RawHttp.request(hub.port(), door.method().name(), path, all);
  }

  private static void expect(int status, String name, String answer) {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer).contains("application/problem+json", "urn:danmu-hub:problem:" + name);
  }
}
