package io.github.danmuhub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Douyin's client against its simulated site, over real sockets. */
class DouyinEndToEndTest {
  private static final RoomRef ROOM = new RoomRef("douyin", "80017709309");
  private static final double RATE = 60;

  private static SimulatedWorld world(PendingFaults faults) throws IOException {
    return new SimulatedWorld(new Douyin(), SimulatedWorld.options(ROOM, faults, RATE, List.of()));
  }

  private static RoomConnection watch(SimulatedWorld world, Timing timing) {
    return world.watch(timing, "https://live.douyin.com/80017709309", RoomSettings.DEFAULT);
  }

  private static void awaitChats(SimulatedWorld world, int more) {
    int before = world.all(Chat.class).size();
    await()
        .atMost(60, SECONDS)
        .untilAsserted(() -> assertThat(world.all(Chat.class)).hasSizeGreaterThan(before + more));
  }

  @Test
  void aRoomIsLookedUpDialledAndHeardUnderTodaysRules() throws IOException {
    try (SimulatedWorld world = world(PendingFaults.none())) {
      watch(world, SimulatedWorld.QUICK);
      world.awaitState(State.LIVE, 1);
      awaitChats(world, 20);
      assertThat(world.all(Malformed.class)).isEmpty();
      assertThat(world.all(Unknown.class)).isEmpty();
      assertThat(world.all(Room.class).get(0).title()).contains("80017709309");
      assertThat(world.all(Broadcast.class).get(0).state()).isEqualTo(Broadcast.State.LIVE);
      assertThat(world.all(Chat.class).get(0).origin().history()).isTrue();
      assertThat(world.all(Gift.class)).isNotEmpty();
      assertThat(world.tally("handshakes accepted")).isEqualTo(1);
      assertThat(world.tally("polls")).isEqualTo(1);
      assertThat(world.tallies().keySet()).noneMatch(name -> name.startsWith("handshake w"));
    }
  }

  @Test
  void aBlockedDeviceStillHearsTheRoomByPolling() throws IOException {
    PendingFaults always = new PendingFaults(Map.of(Fault.DEVICE_BLOCKED, PendingFaults.ALWAYS), 0);
    try (SimulatedWorld world = world(always)) {
      watch(world, SimulatedWorld.QUICK);
      world.awaitState(State.LIVE, 1);
      awaitChats(world, 20);
      assertThat(world.tally("handshakes accepted")).isZero();
      assertThat(world.tally("polls")).isGreaterThan(1);
      assertThat(world.all(Connection.class))
          .filteredOn(step -> String.valueOf(step.detail()).contains("DEVICE_BLOCKED"))
          .isNotEmpty();
    }
  }

  @Test
  void whoPollsComesBackToTheSocketAndMissesNothing() throws IOException {
    Platform hasty = new HastyPlatform<>(new Douyin(), 400);
    PendingFaults once = SimulatedWorld.once(Fault.DEVICE_BLOCKED);
    try (SimulatedWorld world =
        new SimulatedWorld(hasty, SimulatedWorld.options(ROOM, once, 20, List.of()))) {
      watch(world, SimulatedWorld.QUICK);
      await().atMost(60, SECONDS).until(() -> world.tally("handshakes accepted") == 1);
      awaitChats(world, 5);
      List<Long> numbers = Douyins.numbers(world.heard);
      assertThat(numbers).isEqualTo(Douyins.inOrder(numbers, 1));
      assertThat(world.tally("polls")).isGreaterThan(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH_REFUSED, 0",
    "DEVICE_BLOCKED, 0",
    "LOOKUP_DOWN, 1",
    "LOOKUP_REFUSED, 1",
    "HANDSHAKE_502, 1"
  })
  void aRoomThatIsNotReachedIsTriedAgain(Fault fault, int sockets) throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(fault))) {
      watch(world, SimulatedWorld.QUICK);
      world.awaitState(State.LIVE, 1);
      awaitChats(world, 1);
      assertThat(world.tally("handshakes accepted")).isEqualTo(sockets);
      assertThat(world.hasStruck(fault)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP_AFTER", "RESET", "HANG"})
  void aSocketThatIsLostIsReplacedAndTheGapIsTold(Fault fault) throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(fault))) {
      watch(world, SimulatedWorld.IMPATIENT);
      world.awaitState(State.WAITING, 1);
      world.awaitState(State.LIVE, 2);
      awaitChats(world, 1);
      assertThat(world.all(Gap.class)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRUNCATE", "BAD_JSON", "BAD_LENGTH", "ZERO_LENGTH", "BOMB"})
  void whatIsBrokenIsReportedAndTheRestStillArrives(Fault fault) throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(fault))) {
      RoomConnection room = watch(world, SimulatedWorld.QUICK);
      await().atMost(60, SECONDS).until(() -> !world.all(Malformed.class).isEmpty());
      awaitChats(world, 1);
      assertThat(room.state()).isEqualTo(State.LIVE);
      assertThat(room.health().counts().malformed()).isPositive();
      assertThat(world.hasStruck(fault)).isTrue();
    }
  }

  @Test
  void aMethodThatNobodyKnowsComesWithItsBytes() throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(Fault.UNKNOWN_OP))) {
      watch(world, SimulatedWorld.QUICK);
      await().atMost(60, SECONDS).until(() -> !world.all(Unknown.class).isEmpty());
      assertThat(world.all(Unknown.class)).allMatch(unknown -> unknown.origin().raw() != null);
      awaitChats(world, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DUPLICATE", "REORDER", "THROTTLE"})
  void anOddOrderCostsNothingAndNothingComesTwice(Fault fault) throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(fault))) {
      RoomConnection room = watch(world, SimulatedWorld.QUICK);
      awaitChats(world, 20);
      assertThat(room.state()).isEqualTo(State.LIVE);
      assertThat(world.all(Chat.class))
          .extracting(chat -> chat.origin().id())
          .doesNotHaveDuplicates();
      assertThat(world.hasStruck(fault)).isTrue();
    }
  }

  @Test
  void aGuestBehindTheMaskSeesMaskedUsers() throws IOException {
    PendingFaults always = new PendingFaults(Map.of(Fault.GUEST_MASKED, PendingFaults.ALWAYS), 0);
    try (SimulatedWorld world = world(always)) {
      watch(world, SimulatedWorld.QUICK);
      awaitChats(world, 5);
      assertThat(world.all(Chat.class))
          .allMatch(chat -> chat.user().roles().contains(User.Role.MASKED));
      assertThat(world.all(Gift.class)).isEmpty();
    }
  }

  @Test
  void aServerThatGoesAndComesBackIsHeardAgain() throws IOException {
    try (SimulatedWorld world = world(PendingFaults.none())) {
      watch(world, SimulatedWorld.QUICK);
      world.awaitState(State.LIVE, 1);
      world.stopSimulator();
      world.awaitState(State.WAITING, 4);
      world.restartSimulator();
      world.awaitState(State.LIVE, 2);
      awaitChats(world, 1);
      assertThat(world.all(Gap.class)).hasSize(1);
    }
  }

  @Test
  void aRoomThatDoesNotExistFailsInWords() throws IOException {
    try (SimulatedWorld world = world(PendingFaults.none())) {
      world.watch(SimulatedWorld.QUICK, "douyin:999999", RoomSettings.DEFAULT);
      assertThat(world.awaitState(State.FAILED, 1).detail()).contains("999999");
    }
  }
}
