package io.github.danmuhub.load;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.load.ChildSimulator.Hosting;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.testing.Heard;
import io.github.danmuhub.transport.DeadPort;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is gone for 10 s, by the real deadlines. */
@Tag("load")
class OutageTest {
  private static final long OUTAGE_MS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Set<State> LOOKING_UP = Set.of(State.RESOLVING, State.WAITING);

  private final Heard heard = new Heard();
  private ChildSimulator server;
  private DanmuClient client;
  private RoomConnection room;

  @BeforeEach
  void aRoomIsLive() throws IOException {
    server = ChildSimulator.start(Hosting.ONE_ROOM);
    client = DanmuClient.builder(new Bilibili()).simulator(server.uri()).build();
    client.listen("test", heard);
    room = client.open(Hosting.ONE_ROOM.first());
    heard.awaitState(State.LIVE, 1, PATIENCE);
    heard.awaitMore(Chat.class, 5, PATIENCE);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aServerThatIsDownForTenSecondsIsHeardAgainAndTheGapIsTold() throws IOException {
    server.close();
    try (DeadPort kept = DeadPort.givenUp(server.uri().getPort())) {
      assertThat(kept.port()).isEqualTo(server.uri().getPort());
      staysDeafForTheOutage();
      server = server.startAgain(Hosting.ONE_ROOM);
    }
    isHeardAgain("server down");
  }

  /** The new server knows none of the old tokens, so that the room must be looked up. */
  @Test
  void lookupsThatAreDownForTenSecondsAreTriedUntilTheyAnswer() throws IOException {
    server.close();
    server = server.startAgain(Hosting.ONE_ROOM.withFault("lookup-down:always"));
    staysDeafForTheOutage();
    assertThat(room.state()).as("no attempt came beyond the lookup").isIn(LOOKING_UP);
    heard.awaitState(State.RESOLVING, 3, PATIENCE);
    server.close();
    server = server.startAgain(Hosting.ONE_ROOM);
    isHeardAgain("lookups down");
  }

  private void staysDeafForTheOutage() {
    heard.awaitState(State.WAITING, 1, PATIENCE);
    await()
        .during(OUTAGE_MS, MILLISECONDS)
        .atMost(PATIENCE)
        .until(() -> room.state() != State.LIVE);
  }

  private void isHeardAgain(String what) {
    long up = System.currentTimeMillis();
    Connection live = heard.awaitState(State.LIVE, 2, PATIENCE);
    heard.awaitMore(Chat.class, 5, PATIENCE);
    assertThat(heard.all(Gap.class)).hasSize(1);
    Gap gap = heard.all(Gap.class).get(0);
    assertThat(gap.to() - gap.from()).isGreaterThanOrEqualTo(OUTAGE_MS);
    System.out.printf(
        "OutageTest, %s: live again %d ms after it was up, after %d attempts, gap of %d ms%n",
        what,
        live.origin().received() - up,
        heard.all(Connection.class).stream().filter(step -> step.state() == State.WAITING).count(),
        gap.to() - gap.from());
  }
}
