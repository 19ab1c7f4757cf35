package io.github.danmuhub.kafka.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four workers of one zone that share numbered rooms: one room is added, one worker is killed, one
 * is stopped; then the broker is frozen and killed. What each room missed shows in its numbers, and
 * has to be told by one gap.
 */
@Tag("load")
class WorkersTest {
  private static final int ROOMS = Integer.getInteger("danmu.load.rooms", 400);
  private static final int RATE = Integer.getInteger("danmu.load.rate", 10);

  /** Attempts a minute: the platform's own are 600. */
  private static final int PACE = Integer.getInteger("danmu.load.pace", 60_000);

  private static final String PROTOCOL = System.getProperty("danmu.load.protocol", "classic");

  /**
   * So long the rooms of a dead worker are not heard at most; the platform's own pace makes it
   * longer.
   */
  private static final long KILLED_MS = Long.getLong("danmu.load.killed", 8_000);

  /** And those of one that was stopped. */
  private static final long STOPPED_MS = Long.getLong("danmu.load.stopped", 1_500);

  private static final List<String> NAMES = NumberedRooms.names(ROOMS + 1);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration A_WHILE = Duration.ofSeconds(15);
  private static final Duration OUTAGE = Duration.ofSeconds(60);

  private final Path dir;

  WorkersTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private HubProcess worker(BrokerProcess broker, NumberedRooms rooms, int number)
      throws IOException {
    String yaml =
        """
        server: {archive: LOG}
        platforms: {bilibili: {connects-per-minute: %d, protover: 0}}
        kafka: {brokers: ['%s'], worker: cat-%d, protocol: %s}
        """
            .formatted(PACE, broker.address(), number, PROTOCOL);
    return HubProcess.start(dir.resolve("cat-" + number), yaml, rooms.uri());
  }

  private void add(BrokerProcess broker, List<String> rooms) throws IOException {
    RoomsCommand.Ended added = RoomsCommand.run(dir, broker, "add", rooms);
    assertThat(added.exitCode()).as(added.said()).isZero();
  }

  private static double sum(String metric, HubProcess... workers) {
    return Stream.of(workers).mapToDouble(worker -> Figures.of(worker, metric)).sum();
  }

  private static void awaitLive(int rooms, HubProcess... workers) {
    await().atMost(PATIENCE).until(() -> sum("danmu_room_live", workers) == rooms);
  }

  /** Time passes: the rooms go on saying something. */
  private static void listen(Duration howLong) {
    await().pollDelay(howLong).atMost(PATIENCE).until(() -> true);
  }

  /** A room's last message before what is done now was heard up to a tenth of a second ago. */
  private static long aMomentAgo() {
    return System.currentTimeMillis() - 1_000;
  }

  @Test
  void whoTakesRoomsOverTellsOneGapFromWhereTheyWereHeardLast() throws Exception {
    long added;
    long killed;
    long stopped;
    try (BrokerProcess broker = BrokerProcess.start(Files.createDirectory(dir.resolve("broker")));
        NumberedRooms rooms = NumberedRooms.start(dir.resolve("rooms.log"), ROOMS + 1, RATE);
        HubProcess one = worker(broker, rooms, 1);
        HubProcess two = worker(broker, rooms, 2);
        HubProcess three = worker(broker, rooms, 3);
        HubProcess four = worker(broker, rooms, 4)) {
      listen(A_WHILE);
      add(broker, NAMES.subList(0, ROOMS));
      awaitLive(ROOMS, one, two, three, four);
      listen(A_WHILE);
      added = System.currentTimeMillis();
      add(broker, NAMES.subList(ROOMS, ROOMS + 1));
      awaitLive(ROOMS + 1, one, two, three, four);
      listen(A_WHILE);
      killed = aMomentAgo();
      one.kill();
      awaitLive(ROOMS + 1, two, three, four);
      listen(A_WHILE);
      stopped = aMomentAgo();
      two.stop();
      awaitLive(ROOMS + 1, three, four);
      listen(A_WHILE);
      three.stop();
      four.stop();
      Tenancies told = Tenancies.in(broker.address());
      System.out.println("workers, one room added: dialled again " + told.redials(added, killed));
      System.out.println("workers, kill -9: " + told.holes(killed, stopped));
      System.out.println("workers, SIGTERM: " + told.holes(stopped, stopped + A_WHILE.toMillis()));
      assertThat(told.redials(added, killed)).as("one room added").isZero();
      assertThat(told.outOfOrder()).as("in one tenure").isEmpty();
      Tenancies.Holes kill = told.holes(killed, stopped);
      assertThat(kill.count()).as("rooms of the one that was killed").isPositive();
      assertThat(kill.untold()).as("each is told by one gap, exact to a second").isEmpty();
      assertThat(kill.longestMs()).isLessThanOrEqualTo(KILLED_MS);
      Tenancies.Holes stop = told.holes(stopped, stopped + A_WHILE.toMillis());
      assertThat(stop.untold()).as("each is told by one gap, exact to a second").isEmpty();
      assertThat(stop.longestMs()).isLessThanOrEqualTo(STOPPED_MS);
    }
  }

  @Test
  void aBrokerThatIsFrozenOrKilledClosesNoSocket() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(Files.createDirectory(dir.resolve("broker")));
        NumberedRooms rooms = NumberedRooms.start(dir.resolve("rooms.log"), ROOMS + 1, RATE);
        HubProcess one = worker(broker, rooms, 1);
        HubProcess two = worker(broker, rooms, 2);
        HubProcess three = worker(broker, rooms, 3);
        HubProcess four = worker(broker, rooms, 4)) {
      listen(A_WHILE);
      add(broker, NAMES.subList(0, ROOMS));
      awaitLive(ROOMS, one, two, three, four);
      listen(A_WHILE);
      long begun = System.currentTimeMillis();
      broker.freeze();
      listen(OUTAGE);
      broker.thaw();
      listen(A_WHILE.multipliedBy(2));
      broker.kill();
      listen(OUTAGE);
      broker.startAgain();
      listen(A_WHILE);
      long ended = System.currentTimeMillis();
      listen(A_WHILE);
      assertThat(sum("danmu_room_live", one, two, three, four)).isEqualTo(ROOMS);
      for (HubProcess worker : List.of(one, two, three, four)) {
        worker.stop();
      }
      Tenancies told = Tenancies.in(broker.address());
      System.out.println("workers, broker away: dialled again " + told.redials(begun, ended));
      System.out.println("workers, broker away: " + told.holes(begun, ended));
      assertThat(told.redials(begun, ended)).isZero();
      assertThat(told.holes(begun, ended).count()).isZero();
    }
  }
}
