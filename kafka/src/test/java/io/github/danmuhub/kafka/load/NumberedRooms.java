package io.github.danmuhub.kafka.load;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A simulator in a process of its own, whose rooms count: the messages of each say 0, 1, 2 … at an
 * even pace, to all who listen. So what was not heard shows exactly.
 */
public final class NumberedRooms implements AutoCloseable {
  private static final int FIRST = 1_000_000;
  private static final List<String> JVM = List.of("-Xmx1g");

  private final Child child;
  private final URI uri;

  private NumberedRooms(Child child, URI uri) {
    this.child = child;
    this.uri = uri;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param said what it says goes there
   * @param rate messages a second of each room
   */
  public static NumberedRooms start(Path said, int rooms, double rate) throws IOException {
    Child child =
        Child.start(
            said,
            JVM,
            NumberedRooms.class.getName(),
            Integer.toString(rooms),
            Double.toString(rate));
    return new NumberedRooms(child, URI.create(child.awaitLine("ready ")));
  }

  /** Their names, such as {@code bilibili:1000000}. */
  public static List<String> names(int rooms) {
    return refs(rooms).stream().map(RoomRef::toString).toList();
  }

  private static List<RoomRef> refs(int rooms) {
    return IntStream.range(FIRST, FIRST + rooms)
        .mapToObj(id -> new RoomRef("bilibili", Integer.toString(id)))
        .toList();
  }

  public URI uri() {
    return uri;
  }

  /** The child: tells where it listens, and lives until it is killed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<SimulatedRoom> rooms =
        refs(Integer.parseInt(args[0])).stream()
            .map(
                room -> new SimulatedRoom(room, List.of(), (Iterable<LiveEvent>) () -> chats(room)))
            .toList();
    SimulationOptions options =
        new SimulationOptions(
            rooms, Rules.TODAY, Double.parseDouble(args[1]), 1, false, PendingFaults.none());
    try (Simulator simulator =
        Simulator.start(List.of(new Bilibili()), new SimulatorOptions(0, options))) {
      System.out.println("ready " + simulator.uri());
      new CountDownLatch(1).await();
    }
  }

  private static Iterator<LiveEvent> chats(RoomRef room) {
    return LongStream.iterate(0, n -> n + 1).mapToObj(n -> chat(room, n)).iterator();
  }

  private static LiveEvent chat(RoomRef room, long n) {
    Origin origin =
        new Origin(room.platform(), room.room(), Long.toString(n), n + 1, n + 1, false, null);
    return new Chat(
        origin,
        User.of("7", "viewer"),
        Long.toString(n),
        Chat.Style.PLAIN,
        Chat.Pictures.NONE,
        null,
        0);
  }

  @Override
  public void close() {
    child.close();
  }
}
