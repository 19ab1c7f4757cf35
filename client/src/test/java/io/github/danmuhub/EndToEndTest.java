package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The real client against the simulator, over real sockets: whatever goes wrong, it comes back. */
class EndToEndTest {
  private static RoomConnection watch(SimulatedWorld world) {
    return world.watch(SimulatedWorld.QUICK, SimulatedWorld.ROOM, RoomSettings.DEFAULT);
  }

  @Test
  void aRoomIsHeard() throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(PendingFaults.none())) {
      watch(world);
      world.awaitState(State.LIVE, 1);
      world.awaitMore(Chat.class, 4);
      assertThat(world.all(Malformed.class)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH_REFUSED, the token is refused (code -101), -101",
    "LOOKUP_DOWN, , 0",
    "LOOKUP_REFUSED, , -352",
    "HANDSHAKE_502, the handshake was refused with HTTP 502, 502"
  })
  void aRoomThatIsNotReachedIsTriedAgain(Fault fault, String why, int code) throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(SimulatedWorld.once(fault))) {
      watch(world);
      Connection waiting = world.awaitState(State.WAITING, 1);
      assertThat(waiting.detail()).isNotEmpty().contains(why == null ? "" : why);
      assertThat(waiting.code()).isEqualTo(code);
      world.awaitState(State.LIVE, 1);
      world.awaitMore(Chat.class, 2);
    }
  }

  @Test
  void anAuthenticationThatIsNeverAnsweredIsTriedAgain() throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(SimulatedWorld.once(Fault.AUTH_SILENT))) {
      world.watch(SimulatedWorld.IMPATIENT, SimulatedWorld.ROOM, RoomSettings.DEFAULT);
      assertThat(world.awaitState(State.WAITING, 1).detail()).startsWith("not let in within");
      world.awaitState(State.LIVE, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP_AFTER", "RESET", "HANG"})
  void aSocketThatIsLostIsReplacedAndTheGapIsTold(Fault fault) throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(SimulatedWorld.once(fault))) {
      world.watch(SimulatedWorld.IMPATIENT, SimulatedWorld.ROOM, RoomSettings.DEFAULT);
      world.awaitState(State.WAITING, 1);
      world.awaitState(State.LIVE, 2);
      world.awaitMore(Chat.class, 2);
      assertThat(world.all(Gap.class)).isNotEmpty().allMatch(gap -> gap.to() >= gap.from());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRUNCATE", "BAD_JSON", "BAD_LENGTH", "ZERO_LENGTH", "BOMB", "UNKNOWN_OP"})
  void whatIsBrokenIsReportedAndTheRestStillArrives(Fault fault) throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(SimulatedWorld.once(fault))) {
      RoomConnection room = watch(world);
      world.awaitFirst(Malformed.class);
      world.awaitMore(Chat.class, 2);
      assertThat(room.state()).isEqualTo(State.LIVE);
      assertThat(room.health().counts().malformed()).isPositive();
      assertThat(world.hasStruck(fault)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRUNCATE", "BAD_LENGTH", "ZERO_LENGTH"})
  void aByteStreamThatIsLostIsReplaced(Fault fault) throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(SimulatedWorld.once(fault))) {
      RoomSettings tcp = RoomSettings.DEFAULT.with("transport", "tcp");
      world.watch(SimulatedWorld.QUICK, SimulatedWorld.ROOM, tcp);
      world.awaitState(State.LIVE, 2);
      world.awaitMore(Chat.class, 2);
      assertThat(world.hasStruck(fault)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DUPLICATE", "REORDER", "THROTTLE"})
  void anOddOrderCostsNothingAndNothingComesTwice(Fault fault) throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(SimulatedWorld.once(fault))) {
      RoomConnection room = watch(world);
      world.awaitMore(Chat.class, 11);
      assertThat(room.state()).isEqualTo(State.LIVE);
      assertThat(world.all(Chat.class))
          .extracting(chat -> chat.origin().id())
          .doesNotHaveDuplicates();
      assertThat(world.hasStruck(fault)).isTrue();
    }
  }

  @Test
  void aRoomThatDoesNotExistFailsInWords() throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(PendingFaults.none())) {
      world.watch(SimulatedWorld.QUICK, "bilibili:999999", RoomSettings.DEFAULT);
      Connection failed = world.awaitState(State.FAILED, 1);
      assertThat(failed.detail()).contains("room 999999 does not exist");
      assertThat(world.all(Connection.class)).last().isEqualTo(failed);
    }
  }

  @Test
  void aServerThatGoesAndComesBackIsHeardAgain() throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(PendingFaults.none())) {
      watch(world);
      world.awaitState(State.LIVE, 1);
      world.stopSimulator();
      world.awaitState(State.WAITING, 4);
      world.restartSimulator();
      world.awaitState(State.LIVE, 2);
      world.awaitMore(Chat.class, 2);
      assertThat(world.all(Gap.class)).hasSize(1);
    }
  }

  @Test
  void lookupsThatAreDownForAWhileAreTriedUntilTheyAnswer() throws IOException {
    PendingFaults down = new PendingFaults(Map.of(Fault.LOOKUP_DOWN, 6), 0);
    try (SimulatedWorld world = new SimulatedWorld(down)) {
      watch(world);
      world.awaitState(State.LIVE, 1);
      assertThat(world.all(Connection.class))
          .extracting(Connection::attempt)
          .filteredOn(attempt -> attempt > 1)
          .isNotEmpty();
    }
  }

  @Test
  void closingTheRoomIsTheLastThatIsHeardOfIt() throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(PendingFaults.none())) {
      RoomConnection room = watch(world);
      world.awaitMore(Chat.class, 2);
      room.close();
      world.awaitState(State.ENDED, 1);
      List<Connection> steps = world.all(Connection.class);
      assertThat(world.heard.get(world.heard.size() - 1)).isEqualTo(steps.get(steps.size() - 1));
    }
  }
}
