package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.site.BroadcastSchedule;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broadcasts that begin and end, over real sockets: the room stays connected and says so. */
class BroadcastEndTest {
  private static final RoomRef DOUYIN = new RoomRef("douyin", "80017709309");
  private static final RoomRef BILIBILI = new RoomRef("bilibili", "545068");

  private static SimulatedWorld world(RoomRef room, BroadcastSchedule onAir) throws IOException {
    SimulationOptions options = SimulatedWorld.options(room, PendingFaults.none(), 60, List.of());
    Platform platform = room.equals(DOUYIN) ? new Douyin() : new Bilibili();
    return new SimulatedWorld(
        platform,
        new SimulationOptions(
            options.rooms(),
            options.rules(),
            options.rate(),
            options.seed(),
            options.loop(),
            options.faults(),
            onAir));
  }

  private static SimulatedWorld watched(SimulatedWorld world, RoomRef room) {
    world.watch(SimulatedWorld.QUICK, room.toString(), RoomSettings.DEFAULT);
    return world;
  }

  private static List<Broadcast.State> told(SimulatedWorld world) {
    return world.all(Broadcast.class).stream().map(Broadcast::state).distinct().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"douyin", "bilibili"})
  void aRoomThatHasEndedIsOfflineAndNothingElse(String platform) throws IOException {
    RoomRef room = platform.equals("douyin") ? DOUYIN : BILIBILI;
    BroadcastSchedule never = new BroadcastSchedule(true, 0, BroadcastSchedule.FOR_EVER);
    try (SimulatedWorld world = watched(world(room, never), room)) {
      world.awaitState(State.LIVE, 1);
      assertThat(told(world)).containsExactly(Broadcast.State.OFFLINE);
      assertThat(world.all(Connection.class))
          .extracting(Connection::state)
          .doesNotContain(State.WAITING, State.FAILED);
    }
  }

  @Test
  void aDouyinRoomHearsThatItsBroadcastEnds() throws IOException {
    BroadcastSchedule ends = new BroadcastSchedule(true, 2_000, BroadcastSchedule.FOR_EVER);
    try (SimulatedWorld world = watched(world(DOUYIN, ends), DOUYIN)) {
      await()
          .atMost(SimulatedWorld.PATIENCE)
          .until(() -> told(world).contains(Broadcast.State.OFFLINE));
      assertThat(told(world)).endsWith(Broadcast.State.OFFLINE);
      assertThat(world.all(Connection.class)).extracting(Connection::state).contains(State.LIVE);
    }
  }

  @Test
  void aBilibiliRoomHearsOnOneSocketThatItEndsAndBeginsAgain() throws IOException {
    BroadcastSchedule turns = new BroadcastSchedule(true, 2_000, 500);
    try (SimulatedWorld world = watched(world(BILIBILI, turns), BILIBILI)) {
      world.ear().awaitCount(Broadcast.class, 3, SimulatedWorld.PATIENCE);
      List<Broadcast.State> states =
          world.all(Broadcast.class).stream().map(Broadcast::state).toList();
      assertThat(states.get(0)).isEqualTo(states.get(2)).isNotEqualTo(states.get(1));
      assertThat(world.tally("auths")).isEqualTo(1);
    }
  }
}
