package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.testing.RecordingContext;
import io.github.danmuhub.testing.RecordingContext.Action.MissedNothing;
import io.github.danmuhub.testing.RecordingContext.Action.Reconnect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A refused socket, in virtual time: polls, and the socket again now and then. */
class DouyinPollingTest {
  private static final long MINUTE = 60_000;

  @Test
  void theSocketIsTriedAgainAfterFiveMinutesAndThenHalfAsOftenEachTime() {
    DouyinWorld world = polling(PendingFaults.ALWAYS);
    for (long minutes : new long[] {5, 10, 20, 30}) {
      world.pass(minutes * MINUTE - 1);
      assertThat(world.out.all(Reconnect.class)).isEmpty();
      world.pass(1);
      assertThat(world.out.all(Reconnect.class))
          .containsExactly(new Reconnect(Setback.again(0, "trying the socket again")));
      assertThat(world.redial()).isInstanceOf(Dial.Polling.class);
      world.forget();
    }
  }

  @Test
  void theAttemptAsksForATicketAndForNothingElse() {
    DouyinWorld world = polling(PendingFaults.ALWAYS).pass(5 * MINUTE);
    int before = world.calls.size();
    world.resolve(Resolve.STALE);
    assertThat(world.calls.subList(before, world.calls.size()))
        .extracting(call -> call.uri().getPath())
        .containsExactly("/webcast/im/fetch/");
  }

  @Test
  void noEventIsLostOrToldTwiceOnTheWayFromThePollsToTheSocket() {
    DouyinWorld world = polling(1).pass(5 * MINUTE);
    assertThat(world.redial()).isInstanceOf(Dial.WebSocket.class);
    world.pass(MINUTE);
    List<Long> numbers = Douyins.numbers(world.out.events());
    assertThat(numbers).hasSizeGreaterThan(6 * 60 / 2 - 20).isEqualTo(Douyins.inOrder(numbers, 42));
    world.pass(10 * MINUTE);
    assertThat(world.out.all(Reconnect.class)).hasSize(1);
  }

  @Test
  void anAttemptWithinTheTimeThatPollsMayBeApartMissesNothing() {
    for (int refusals : new int[] {1, PendingFaults.ALWAYS}) {
      DouyinWorld world = polling(refusals).pass(5 * MINUTE);
      assertThat(world.out.all(MissedNothing.class)).isEmpty();
      world.now += DouyinPolling.LONGEST_MS;
      world.redial();
      assertThat(world.out.all(MissedNothing.class)).hasSize(1);
      assertThat(world.out.actions())
          .containsSubsequence(new MissedNothing(), new RecordingContext.Action.Live());
    }
  }

  @Test
  void anAttemptThatTakesLongerIsNotSaidToMissNothingNorIsAnyOtherLoss() {
    DouyinWorld world = polling(1).pass(5 * MINUTE);
    world.now += DouyinPolling.LONGEST_MS + 1;
    world.redial();
    world.lose(Closed.gone(""));
    world.redial();
    assertThat(world.out.all(MissedNothing.class)).isEmpty();
  }

  @Test
  void aRefusalAfterASocketThatLetUsHearIsAFirstOneAgain() {
    DouyinWorld world = polling(1).pass(5 * MINUTE);
    world.redial();
    world.pass(MINUTE);
    world.lose(Closed.gone(""));
    List<Dial> dials = world.resolve(Resolve.REFUSED);
    world.dial(dials.get(1));
    world.forget();
    world.pass(5 * MINUTE);
    assertThat(world.out.all(Reconnect.class)).hasSize(1);
  }

  @Test
  void aSocketThatOpensAndSaysNothingIsTriedLessAndLessOften() {
    DouyinWorld world = polling(1).pass(5 * MINUTE);
    world.redial();
    world.lose(Closed.gone(""));
    world.dial(world.resolve(Resolve.REFUSED).get(1));
    world.forget();
    world.pass(9 * MINUTE);
    assertThat(world.out.all(Reconnect.class)).isEmpty();
    world.pass(2 * MINUTE);
    assertThat(world.out.all(Reconnect.class)).hasSize(1);
  }

  @Test
  void aSignerThatIsGoneCostsOnlyTheAttempt() {
    DouyinWorld world = polling(PendingFaults.ALWAYS, Map.of("rpc", "http://127.0.0.1:9/sign"));
    world.signer = "";
    world.pass(5 * MINUTE);
    assertThat(world.resolve(Resolve.STALE)).hasOnlyElementsOfType(Dial.Polling.class).hasSize(1);
  }

  @Test
  void anUnsignedUrlIsNotTriedAgain() {
    DouyinWorld world = new DouyinWorld(options(0));
    world.fetches = false;
    List<Dial> dials = world.resolve(Resolve.FIRST);
    world.fetches = true;
    assertThat(world.dial(dials.get(0))).isEqualTo(Verdict.NEXT_DIAL);
    world.dial(dials.get(1));
    world.pass(20 * MINUTE);
    assertThat(world.out.all(Reconnect.class)).isEmpty();
  }

  private static DouyinWorld polling(int refusals) {
    return polling(refusals, Map.of());
  }

  private static DouyinWorld polling(int refusals, Map<String, String> settings) {
    DouyinWorld world = new DouyinWorld(options(refusals), settings);
    List<Dial> dials = world.resolve(Resolve.FIRST);
    assertThat(world.dial(dials.get(0))).isEqualTo(Verdict.NEXT_DIAL);
    assertThat(world.dial(dials.get(1))).isNull();
    return world;
  }

  private static SimulationOptions options(int refusals) {
    SimulationOptions today = DouyinWorld.options(Rules.TODAY, List.of(), 0.5, false);
    PendingFaults faults = new PendingFaults(Map.of(Fault.DEVICE_BLOCKED, refusals), 0);
    return new SimulationOptions(
        today.rooms(), today.rules(), today.rate(), today.seed(), today.loop(), faults);
  }
}
