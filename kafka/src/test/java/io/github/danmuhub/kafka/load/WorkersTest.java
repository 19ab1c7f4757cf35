package io.github.danmuhub.kafka.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  private static HubProcess worker(SharedRooms shared, int number) throws IOException {
    return shared.worker("cat-" + number, "protocol: " + PROTOCOL);
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
    try (SharedRooms shared = SharedRooms.start(dir, ROOMS + 1, RATE);
        HubProcess one = worker(shared, 1);
        HubProcess two = worker(shared, 2);
        HubProcess three = worker(shared, 3);
        HubProcess four = worker(shared, 4)) {
      listen(A_WHILE);
      shared.danmu("add", NAMES.subList(0, ROOMS));
      SharedRooms.awaitLive(ROOMS, one, two, three, four);
      listen(A_WHILE);
      added = System.currentTimeMillis();
      shared.danmu("add", NAMES.subList(ROOMS, ROOMS + 1));
      SharedRooms.awaitLive(ROOMS + 1, one, two, three, four);
      listen(A_WHILE);
      killed = aMomentAgo();
      one.kill();
      SharedRooms.awaitLive(ROOMS + 1, two, three, four);
      listen(A_WHILE);
      stopped = aMomentAgo();
      two.stop();
      SharedRooms.awaitLive(ROOMS + 1, three, four);
      listen(A_WHILE);
      three.stop();
      four.stop();
      Tenancies told = Tenancies.in(shared.broker().address());
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
    try (SharedRooms shared = SharedRooms.start(dir, ROOMS + 1, RATE);
        HubProcess one = worker(shared, 1);
        HubProcess two = worker(shared, 2);
        HubProcess three = worker(shared, 3);
        HubProcess four = worker(shared, 4)) {
      listen(A_WHILE);
      shared.danmu("add", NAMES.subList(0, ROOMS));
      SharedRooms.awaitLive(ROOMS, one, two, three, four);
      listen(A_WHILE);
      long begun = System.currentTimeMillis();
      shared.broker().freeze();
      listen(OUTAGE);
      shared.broker().thaw();
      listen(A_WHILE.multipliedBy(2));
      shared.broker().kill();
      listen(OUTAGE);
      shared.broker().startAgain();
      listen(A_WHILE);
      long ended = System.currentTimeMillis();
      listen(A_WHILE);
      assertThat(SharedRooms.live(one, two, three, four)).isEqualTo(ROOMS);
      for (HubProcess worker : List.of(one, two, three, four)) {
        worker.stop();
      }
      Tenancies told = Tenancies.in(shared.broker().address());
      System.out.println("workers, broker away: dialled again " + told.redials(begun, ended));
      System.out.println("workers, broker away: " + told.holes(begun, ended));
      assertThat(told.redials(begun, ended)).isZero();
      assertThat(told.holes(begun, ended).count()).isZero();
    }
  }
}
