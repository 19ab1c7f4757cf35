package io.github.danmuhub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.huya.Huya;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Huya's client against its simulated site, over real sockets. */
class HuyaEndToEndTest {
  private static final RoomRef ROOM = new RoomRef("huya", "lpl");
  private static final int STEPS = 20;

  private static SimulatedWorld world(PendingFaults faults) throws IOException {
    return new SimulatedWorld(new Huya(), SimulatedWorld.options(ROOM, faults, 60, List.of()));
  }

  private static RoomConnection watch(SimulatedWorld world, Timing timing) {
    return world.watch(timing, "https://www.huya.com/lpl", RoomSettings.DEFAULT);
  }

  @Test
  void aRoomIsLookedUpRegisteredForAndHeard() throws IOException {
    try (SimulatedWorld world = world(PendingFaults.none())) {
      watch(world, SimulatedWorld.QUICK);
      world.awaitState(State.LIVE, 1);
      world.awaitMore(Chat.class, 20);
      world.awaitFirst(Gift.class);
      world.awaitFirst(Enter.class);
      assertThat(world.all(Malformed.class)).isEmpty();
      assertThat(world.all(Unknown.class)).isEmpty();
      assertThat(world.all(Room.class).get(0).title()).contains("云逗猫");
      assertThat(world.all(Broadcast.class).get(0).state()).isEqualTo(Broadcast.State.LIVE);
      assertThat(world.tally("registrations")).isEqualTo(1);
      assertThat(world.tally("sockets that offer permessage-deflate")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTH_REFUSED", "LOOKUP_DOWN", "LOOKUP_REFUSED", "HANDSHAKE_502"})
  void aRoomThatIsNotReachedIsTriedAgain(Fault fault) throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(fault))) {
      watch(world, SimulatedWorld.QUICK);
      world.awaitState(State.LIVE, 1);
      world.awaitMore(Chat.class, 1);
      assertThat(world.hasStruck(fault)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTH_SILENT", "DROP_AFTER", "RESET", "HANG"})
  void aSocketThatIsLostIsReplaced(Fault fault) throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(fault))) {
      watch(world, SimulatedWorld.IMPATIENT);
      world.awaitState(State.WAITING, 1);
      world.awaitState(State.LIVE, fault == Fault.AUTH_SILENT ? 1 : 2);
      world.awaitMore(Chat.class, 1);
      assertThat(world.all(Gap.class).isEmpty()).isEqualTo(fault == Fault.AUTH_SILENT);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRUNCATE", "BAD_JSON", "BAD_LENGTH", "ZERO_LENGTH", "BOMB"})
  void whatIsBrokenIsReportedAndTheRestStillArrives(Fault fault) throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(fault))) {
      RoomConnection room = watch(world, SimulatedWorld.QUICK);
      await().atMost(60, SECONDS).until(() -> !world.all(Malformed.class).isEmpty());
      world.awaitMore(Chat.class, 1);
      assertThat(room.state()).isEqualTo(State.LIVE);
      assertThat(world.hasStruck(fault)).isTrue();
    }
  }

  @Test
  void aPacketThatNobodyKnowsComesWithItsBytes() throws IOException {
    try (SimulatedWorld world = world(SimulatedWorld.once(Fault.UNKNOWN_OP))) {
      watch(world, SimulatedWorld.QUICK);
      await().atMost(60, SECONDS).until(() -> !world.all(Unknown.class).isEmpty());
      Unknown unknown = world.all(Unknown.class).get(0);
      assertThat(unknown.cmd()).isEqualTo("packet 99");
      assertThat(unknown.origin().raw()).isNotNull();
    }
  }

  /** A combo whose every step is two gifts, and then a chat. */
  private static List<LiveEvent> combo() {
    List<LiveEvent> events = new ArrayList<>();
    User giver = User.of("7", "甲");
    for (int step = 1; step <= STEPS; step++) {
      events.add(
          new Gift(
              at(step),
              giver,
              new Gift.Item("4", "虎粮"),
              2,
              new Gift.Combo("99", 2L * step, false),
              Gift.Price.of(new Money(200, "CNY")),
              null));
    }
    events.add(Chat.of(at(STEPS + 1), giver, "够了"));
    return events;
  }

  private static Origin at(int step) {
    long time = 1_790_000_000_000L + 50L * step;
    return new Origin("huya", "lpl", "" + step, time, time, false, null);
  }

  @Test
  void giftsCountOnceThoughEveryFrameComesTwice() throws IOException {
    PendingFaults twice = new PendingFaults(Map.of(Fault.DUPLICATE, PendingFaults.ALWAYS), 0);
    SimulatedRoom room = new SimulatedRoom(ROOM, List.of(), combo());
    SimulationOptions options =
        new SimulationOptions(List.of(room), Rules.TODAY, 0, 1, false, twice);
    try (SimulatedWorld world = new SimulatedWorld(new Huya(), options)) {
      watch(world, SimulatedWorld.QUICK);
      world.awaitFirst(Chat.class);
      await().atMost(60, SECONDS).until(() -> world.all(Gift.class).size() > STEPS);
      List<Gift> gifts = world.all(Gift.class);
      assertThat(gifts.stream().mapToLong(Gift::count).sum()).isEqualTo(2L * STEPS);
      assertThat(gifts.stream().map(Gift::value).filter(Objects::nonNull))
          .hasSize(STEPS)
          .allMatch(new Money(200, "CNY")::equals);
      assertThat(gifts.get(STEPS).combo()).isEqualTo(new Gift.Combo("99", 2L * STEPS, true));
    }
  }
}
