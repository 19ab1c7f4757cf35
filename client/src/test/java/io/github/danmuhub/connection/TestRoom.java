package io.github.danmuhub.connection;

import io.github.danmuhub.connection.FakeDialler.FakeSocket;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.testing.VirtualLoop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A room with a virtual clock, a fake dialler and a scripted session. */
final class TestRoom {
  static final Pace PACE = new Pace(5_000, 60_000);

  final VirtualLoop loop;
  final FakeDialler dialler = new FakeDialler();
  final ScriptedSession session = new ScriptedSession();
  final List<LiveEvent> events = new ArrayList<>();
  final RoomConnection connection;

  /** How many full queues lose every event. */
  int lost;

  TestRoom() {
    this(event -> {});
  }

  TestRoom(Consumer<LiveEvent> listener) {
    this(listener, pace(0));
  }

  TestRoom(Consumer<LiveEvent> listener, Courtesy courtesy) {
    this(listener, courtesy, FrameTap.NONE);
  }

  TestRoom(Consumer<LiveEvent> listener, Courtesy courtesy, FrameTap tap) {
    this(new VirtualLoop(), listener, courtesy, Persistence.ENDLESS, tap);
  }

  /** A room that shares its loop and its platform with others. */
  TestRoom(VirtualLoop loop, Courtesy courtesy) {
    this(loop, event -> {}, courtesy, Persistence.ENDLESS, FrameTap.NONE);
  }

  TestRoom(Persistence persistence) {
    this(new VirtualLoop(), event -> {}, pace(0), persistence, FrameTap.NONE);
  }

  private TestRoom(
      VirtualLoop loop,
      Consumer<LiveEvent> listener,
      Courtesy courtesy,
      Persistence persistence,
      FrameTap tap) {
    this.loop = loop;
    find(dial("a"), dial("b"));
    connection =
        new RoomConnection(
            new RoomParts(
                new RoomRef("test", "1"),
                new SessionParts(
                    session::in,
                    new SplittableRandom(2),
                    Settings.none("test"),
                    LoopTools.create(),
                    new CookieJar()),
                new RoomParts.Way(loop, dialler, courtesy),
                Timing.standard(),
                persistence,
                new SplittableRandom(1),
                new RoomParts.Audience(
                    event -> {
                      events.add(event);
                      listener.accept(event);
                      return lost;
                    },
                    tap)));
  }

  /** One room in so many milliseconds. */
  static Courtesy pace(long ms) {
    return new Courtesy(new Limits(1, ms, 0, 0));
  }

  static Dial dial(String host) {
    return new Dial.WebSocket(
        URI.create("wss://" + host + "/sub?token=secret"), Headers.NONE, PACE);
  }

  /** What the next lookups find. */
  void find(Dial... dials) {
    session.lookup = () -> CompletableFuture.completedFuture(List.of(dials));
  }

  void lookupFails(Exception why) {
    session.lookup = () -> CompletableFuture.failedFuture(why);
  }

  TestRoom open() {
    connection.open();
    loop.run();
    return this;
  }

  /** Opened, let in, live. */
  TestRoom live() {
    open();
    comeLive();
    return this;
  }

  /** The socket that is being dialled opens and is let in. */
  FakeSocket comeLive() {
    FakeSocket socket = dialler.last();
    socket.open();
    socket.hear("welcome");
    return socket;
  }

  /** Sits the back-off out, as long as it was announced to be. */
  void passBackOff() {
    loop.advance(last().nextInMs());
  }

  List<Connection> connections() {
    return events.stream()
        .filter(Connection.class::isInstance)
        .map(Connection.class::cast)
        .toList();
  }

  List<State> states() {
    return connections().stream().map(Connection::state).toList();
  }

  /** The last step that was told. */
  Connection last() {
    List<Connection> all = connections();
    return all.get(all.size() - 1);
  }

  <T extends LiveEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
