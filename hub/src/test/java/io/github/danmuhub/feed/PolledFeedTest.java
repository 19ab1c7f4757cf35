package io.github.danmuhub.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.site.BroadcastSchedule;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.testing.WiredRoom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A described site that is polled, against its simulated side, under a virtual clock. */
class PolledFeedTest {
  private final FeedPlatform feed = FeedReader.read(FeedContract.example("polled.yaml"));

  private WiredRoom room(PendingFaults faults) {
    SimulationOptions options =
        new SimulationOptions(
            List.of(new SimulatedRoom(feed.firstRoom(), List.of())),
            Rules.TODAY,
            0,
            42,
            false,
            faults,
            BroadcastSchedule.ALWAYS);
    return new WiredRoom(
        feed,
        feed.firstRoom(),
        HostedPlatform.of(feed.id(), feed, options),
        Settings.none(feed.id()));
  }

  @Test
  void everyMessageIsHeardOnceWithNothingBroken() {
    WiredRoom room = room(PendingFaults.none()).open().pass(60_000);
    assertThat(room.malformed).isEmpty();
    assertThat(room.setbacks).isEmpty();
    assertThat(room.lives).isEqualTo(1);
    assertThat(room.events).hasSizeGreaterThan(200).hasAtLeastOneElementOfType(Gift.class);
    assertThat(room.events).extracting(event -> event.origin().id()).doesNotHaveDuplicates();
    Chat chat =
        room.events.stream()
            .filter(Chat.class::isInstance)
            .map(Chat.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(chat.user().id()).isNotBlank();
    assertThat(room.events)
        .filteredOn(Gift.class::isInstance)
        .map(LiveEvent::origin)
        .allMatch(origin -> origin.time() > 0);
  }

  @Test
  void aSessionThatIsNoLongerTakenIsLookedUpAnew() {
    WiredRoom room = room(new PendingFaults(Map.of(Fault.AUTH_REFUSED, 1), 0)).open();
    assertThat(room.pass(500).lives).isZero();
    assertThat(room.setbacks)
        .singleElement()
        .satisfies(
            setback ->
                assertThat(setback.why()).startsWith("polled, poll (line").endsWith("HTTP 403"));
    assertThat(room.pass(20 * 60_000).lives).isPositive();
  }
}
