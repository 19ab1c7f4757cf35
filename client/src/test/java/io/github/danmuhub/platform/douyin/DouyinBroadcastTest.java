package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.site.BroadcastSchedule;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.testing.RecordingContext.Action.Reconnect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A broadcast that ends and the one after it, in virtual time. */
class DouyinBroadcastTest {
  private static final long MINUTE = 60_000;

  private static DouyinWorld world(BroadcastSchedule onAir, Fault... faults) {
    SimulationOptions today = DouyinWorld.today(faults);
    return new DouyinWorld(
        new SimulationOptions(
            today.rooms(),
            today.rules(),
            today.rate(),
            today.seed(),
            today.loop(),
            today.faults(),
            onAir));
  }

  private static List<State> told(DouyinWorld world) {
    return world.out.events(Broadcast.class).stream().map(Broadcast::state).toList();
  }

  @Test
  void theEndIsToldOnceAndTheNextBroadcastIsHeardUnderItsOwnId() {
    DouyinWorld world = world(new BroadcastSchedule(true, MINUTE, 2 * MINUTE));
    Dial first = world.connect().redial();
    world.pass(MINUTE - 1);
    assertThat(told(world)).containsExactly(State.LIVE);
    world.pass(1);
    assertThat(told(world)).containsExactly(State.LIVE, State.OFFLINE);

    int chats = world.out.events(Chat.class).size();
    world.pass(2 * MINUTE - 1);
    assertThat(told(world)).hasSize(2);
    assertThat(world.out.events(Chat.class)).hasSize(chats);
    assertThat(world.out.all(Reconnect.class)).isEmpty();

    world.pass(DouyinPolling.PAGE_MS);
    assertThat(world.out.all(Reconnect.class))
        .containsExactly(new Reconnect(Setback.again(0, "the broadcast is on again")));
    Dial second = world.redial();
    world.pass(20_000);
    assertThat(told(world)).containsExactly(State.LIVE, State.OFFLINE, State.LIVE);
    assertThat(world.out.events(Chat.class)).hasSizeGreaterThan(chats);
    assertThat(world.out.broken()).isEmpty();
    assertThat(roomId(second)).isEqualTo(roomId(first) + 1);
  }

  private static long roomId(Dial dial) {
    String query = ((Dial.WebSocket) dial).uri().getRawQuery();
    return Long.parseLong(Query.parse(query).get("room_id"));
  }

  @Test
  void aRoomThatHasEndedIsOfflineAndNoVerificationPage() {
    DouyinWorld world = world(new BroadcastSchedule(true, 0, BroadcastSchedule.FOR_EVER));
    assertThat(world.resolve(Resolve.FIRST)).hasOnlyElementsOfType(Dial.Polling.class).hasSize(1);
    assertThat(told(world)).containsExactly(State.OFFLINE);
  }

  @Test
  void aRoomThatIsNotYetLiveIsHeardFromItsFirstMessageOn() {
    DouyinWorld world =
        world(new BroadcastSchedule(false, BroadcastSchedule.FOR_EVER, 45_000)).connect();
    world.pass(MINUTE);
    world.redial();
    world.pass(10_000);
    assertThat(told(world)).containsExactly(State.OFFLINE, State.LIVE);
    List<Long> numbers = Douyins.numbers(world.out.events());
    assertThat(numbers).hasSizeGreaterThan(30).isEqualTo(Douyins.inOrder(numbers, 42));
  }

  @Test
  void anEndInAnOutageIsFoundByALookup() {
    DouyinWorld world =
        world(new BroadcastSchedule(true, MINUTE, BroadcastSchedule.FOR_EVER)).connect();
    world.pass(MINUTE - 1);
    world.lose(new Closed(1006, "", null));
    world.now += 2_000;
    world.redial();
    world.pass(DouyinRedial.PATIENCE_MS);
    assertThat(told(world)).containsExactly(State.LIVE);
    assertThat(world.out.all(Reconnect.class))
        .extracting(reconnect -> reconnect.why().why())
        .containsExactly("nothing but heartbeats since the socket was dialled again");
    world.redial();
    assertThat(told(world)).containsExactly(State.LIVE, State.OFFLINE);
  }

  @Test
  void whoPollsIsToldTheEndAsWell() {
    DouyinWorld world =
        world(
            new BroadcastSchedule(true, MINUTE, BroadcastSchedule.FOR_EVER), Fault.DEVICE_BLOCKED);
    List<Dial> dials = world.resolve(Resolve.FIRST);
    assertThat(world.dial(dials.get(0))).isEqualTo(Verdict.NEXT_DIAL);
    world.dial(dials.get(1));
    world.pass(2 * MINUTE);
    assertThat(told(world)).containsExactly(State.LIVE, State.OFFLINE);
    assertThat(world.out.all(Reconnect.class)).isEmpty();
  }
}
