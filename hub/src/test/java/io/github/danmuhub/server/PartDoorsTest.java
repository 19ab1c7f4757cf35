package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.door.TokenJudge;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A door that another part brings stands behind the same gate as the hub's own. */
@TestInstance(Lifecycle.PER_CLASS)
class PartDoorsTest {
  private static final String[] SHOWS_TOKEN = {"authorization", "Bearer " + Hub.TOKEN};
  private static final String OWN = "the-toys-own-token";
  private static final Sockets SOCKETS = new Sockets(1_000);
  private static final List<Door> DOORS =
      List.of(
          Door.get("/toys/{toy}", context -> context.end("toy " + context.pathParam("toy"))),
          Door.post("/toys", context -> context.end("made " + context.body().asString())),
          Door.get("/toys.css/{file}", context -> context.end("style")).withoutToken(),
          Door.socket("/toys/{toy}/watch", PartDoorsTest::watch),
          Door.get("/play/{token}", PartDoorsTest::play)
              .withGuests(List.of("https://toys.example")),
          Door.get("/fair", context -> context.end("all")).withGuests(List.of("*")));

  private Hub hub;

  private static void watch(RoutingContext context) {
    SOCKETS.upgrade(context, socket -> socket.onText(text -> socket.write("heard " + text)));
  }

  private static void play(RoutingContext context) {
    String refusal = TokenJudge.of(context).refusal(context.pathParam("token"), OWN);
    context.end(refusal == null ? "play" : refusal);
  }

  @BeforeAll
  void start() throws Exception {
    hub = Hub.start(Hub.guarded(), DOORS);
  }

  @AfterAll
  void stop() {
    hub.close();
  }

  @Test
  void itsDoorsStandInTheTable() {
    assertThat(hub.server.doors()).containsAll(DOORS);
  }

  @Test
  void theyAskForTheToken() throws Exception {
    assertThat(hub.get("/toys/7").statusCode()).isEqualTo(401);
    assertThat(hub.send("POST", "/toys", "{}").statusCode()).isEqualTo(401);
    assertThat(hub.get("/toys/7/watch").statusCode()).isEqualTo(401);
  }

  @Test
  void whoShowsItComesIn() throws Exception {
    assertThat(hub.get("/toys/7", SHOWS_TOKEN).body()).isEqualTo("toy 7");
    assertThat(hub.send("POST", "/toys", "a cat", SHOWS_TOKEN).body()).isEqualTo("made a cat");
    try (WsClient toy = hub.socket("/toys/7/watch?token=" + Hub.TOKEN)) {
      toy.send("meow").await(() -> toy.messages.contains("heard meow"));
    }
  }

  @Test
  void oneThatIsOpenIsOpenAtAllItsPathsAndAtNoOther() throws Exception {
    assertThat(hub.get("/toys.css/cat").body()).isEqualTo("style");
    assertThat(hub.get("/toys.css/cat/more").statusCode()).isEqualTo(401);
    assertThat(hub.get("/toysxcss/cat").statusCode()).isEqualTo(401);
  }

  @Test
  void aForeignPageStaysOut() throws Exception {
    var answer = hub.get("/toys.css/cat", "origin", "http://evil.example");
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void guestsOfADoorComeInThereAndNowhereElse() throws Exception {
    String[] guest = {"origin", "https://toys.example"};
    assertThat(hub.get("/play/" + OWN, guest).body()).isEqualTo("play");
    assertThat(hub.get("/toys.css/cat", guest).statusCode()).isEqualTo(403);
    String[] stranger = {"origin", "https://evil.example"};
    assertThat(hub.get("/play/" + OWN, stranger).statusCode()).isEqualTo(403);
    assertThat(hub.get("/fair", stranger).body()).isEqualTo("all");
    assertThat(hub.get("/fair", "sec-fetch-site", "cross-site").statusCode()).isEqualTo(403);
  }

  @Test
  void aTokenShownBehindTheGateIsTheDoorsOwnOrTheHubs() throws Exception {
    assertThat(hub.get("/play/" + Hub.TOKEN).body()).isEqualTo("play");
    assertThat(hub.get("/play/guess").body()).isEqualTo("a valid token is needed");
  }
}
