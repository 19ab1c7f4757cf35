package io.github.danmuhub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.RoomRef;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DanmuClientTest {
  private final DanmuClient client =
      DanmuClient.builder(new PolledPlatform("one"), new PolledPlatform("two"))
          .timing(Timing.standard().scaled(0.01))
          .seed(1)
          .build();
  private final List<LiveEvent> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    client.close();
  }

  private static void awaitLive(RoomConnection room) {
    await().atMost(20, SECONDS).until(() -> room.state() == State.LIVE);
  }

  @Test
  void aListenerHearsAllRooms() {
    client.listen("test", heard::add);
    awaitLive(client.open("one:7"));
    awaitLive(
        client.open("https://live.two.example/8", RoomSettings.DEFAULT.with("greeting", "hi")));
    client.close();
    assertThat(heard.stream().filter(Chat.class::isInstance).map(e -> ((Chat) e).text()))
        .containsExactly("hello", "hi");
  }

  @Test
  void closingTheClientEndsEveryRoomInWordsThatListenersStillHear() {
    client.listen("test", heard::add);
    awaitLive(client.open("one:7"));
    awaitLive(client.open("two:7"));
    client.close();
    assertThat(heard)
        .filteredOn(event -> event instanceof Connection c && c.state() == State.ENDED)
        .extracting(event -> event.origin().platform())
        .containsExactly("one", "two");
    assertThat(client.rooms()).isEmpty();
  }

  @Test
  void closingOneRoomTouchesNoOther() {
    RoomConnection one = client.open("one:7");
    RoomConnection two = client.open("two:7");
    awaitLive(one);
    awaitLive(two);
    client.close(new RoomRef("one", "7"));
    await().atMost(20, SECONDS).until(() -> one.state() == State.ENDED);
    assertThat(two.state()).isEqualTo(State.LIVE);
    assertThat(client.rooms()).containsExactly(two);
  }

  @Test
  void aRoomIsOpenOnceAndMayBeOpenedAgainAfterItWasClosed() {
    client.open("one:7");
    assertThatThrownBy(() -> client.open("one:7"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("one:7 is open already; close it first");
    client.close(new RoomRef("one", "7"));
    awaitLive(client.open("one:7"));
  }

  @Test
  void anUnknownSettingIsRefusedInWordsAndLeavesNothingBehind() {
    assertThatThrownBy(() -> client.open("one:7", RoomSettings.DEFAULT.with("colour", "red")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown setting 'colour'; known: greeting");
    assertThat(client.rooms()).isEmpty();
  }

  @Test
  void aClosedClientOpensNothing() {
    client.close();
    assertThatThrownBy(() -> client.open("one:7")).hasMessageContaining("the client is closed");
  }

  @Test
  void settingsTellNoSecret() {
    RoomSettings settings =
        RoomSettings.DEFAULT
            .withRaw()
            .withCredentials(new Credentials("SESSDATA=secret"))
            .withProxy(URI.create("http://me:secret@proxy:8080"))
            .with("url", "wss://host/?token=secret");
    assertThat(settings.toString()).doesNotContain("secret");
    assertThat(settings.keepRaw()).isTrue();
  }

  @Test
  void aListenerMayCloseTheClient() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    client.listen(
        "closer",
        event -> {
          if (event instanceof Chat) {
            client.close();
            closed.complete(null);
          }
        });
    RoomConnection room = client.open("one:7");
    assertThat(closed).succeedsWithin(60, SECONDS);
    assertThat(room.state()).isEqualTo(State.ENDED);
  }

  @Test
  void aLoopThatClosesTheClientDoesNotWaitForIt() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    CompletableFuture<Void> heardTheEnd = new CompletableFuture<>();
    client.listen(
        "slow",
        event -> {
          if (isTheEnd(event)) {
            waitFor(closed, heardTheEnd);
          }
        });
    client.open("two:7");
    RoomConnection room = client.open("one:7");
    awaitLive(room);
    room.over().thenRun(client::close).thenRun(() -> closed.complete(null));
    room.close();
    assertThat(heardTheEnd).succeedsWithin(60, SECONDS);
  }

  /** Whoever gives up waiting for the listener interrupts it. */
  private static void waitFor(CompletableFuture<Void> closed, CompletableFuture<Void> heardTheEnd) {
    try {
      heardTheEnd.complete(closed.get(60, SECONDS));
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      heardTheEnd.completeExceptionally(e);
    }
  }

  @Test
  void aRoomThatIsClosedIsNotListedAndMayBeOpenedAgainAtOnce() {
    RoomConnection room = client.open("one:7");
    RoomConnection other = client.open("two:7");
    room.close();
    assertThat(client.rooms()).containsExactly(other);
    RoomConnection again = client.open("one:7");
    awaitLive(again);
    await().atMost(20, SECONDS).until(() -> room.state() == State.ENDED);
    assertThat(client.rooms()).containsExactly(other, again);
  }

  @Test
  void severalThreadsMayCloseTheClientAtOnce() throws InterruptedException {
    RoomConnection room = client.open("one:7");
    client.listen("test", heard::add);
    List<Thread> closers = Stream.generate(() -> new Thread(client::close)).limit(8).toList();
    closers.forEach(Thread::start);
    for (Thread closer : closers) {
      closer.join(60_000);
      assertThat(closer.isAlive()).isFalse();
    }
    assertThat(room.state()).isEqualTo(State.ENDED);
    assertThat(heard).filteredOn(event -> isTheEnd(event)).hasSize(1);
  }

  private static boolean isTheEnd(LiveEvent event) {
    return event instanceof Connection step && step.state() == State.ENDED;
  }
}
