package io.github.danmuhub.platform.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BroadcastScheduleTest {

  @Test
  void broadcastsAndBreaksComeInTurn() {
    BroadcastSchedule air = new BroadcastSchedule(true, 20, 10);
    assertThat(changes(air)).containsExactly(20L, 30L, 50L, 60L, 80L, 90L);
    assertThat(air.isLive(19)).isTrue();
    assertThat(air.isLive(20)).isFalse();
    assertThat(air.isLive(30)).isTrue();
    assertThat(LongStream.of(0, 29, 30, 60).map(air::number)).containsExactly(0L, 0L, 1L, 2L);
  }

  @Test
  void aBreakMayComeFirst() {
    BroadcastSchedule air = new BroadcastSchedule(false, 20, 10);
    assertThat(changes(air)).containsExactly(10L, 30L, 40L, 60L, 70L, 90L);
    assertThat(air.isLive(0)).isFalse();
    assertThat(LongStream.of(0, 9, 10, 39, 40).map(air::number))
        .containsExactly(0L, 0L, 1L, 1L, 2L);
  }

  @Test
  void whatLastsForEverDoesNotChangeAnyMore() {
    assertThat(changes(BroadcastSchedule.ALWAYS)).isEmpty();
    assertThat(BroadcastSchedule.ALWAYS.isLive(Long.MAX_VALUE / 2)).isTrue();
    assertThat(BroadcastSchedule.ALWAYS.when(7)).isEqualTo(7);
    BroadcastSchedule ends = new BroadcastSchedule(true, 20, BroadcastSchedule.FOR_EVER);
    assertThat(changes(ends)).containsExactly(20L);
    assertThat(ends.when(20)).isEqualTo(BroadcastSchedule.FOR_EVER);
    BroadcastSchedule begins = new BroadcastSchedule(false, BroadcastSchedule.FOR_EVER, 10);
    assertThat(changes(begins)).containsExactly(10L);
    assertThat(begins.when(5)).isEqualTo(15);
    BroadcastSchedule never = new BroadcastSchedule(true, 0, BroadcastSchedule.FOR_EVER);
    assertThat(never.isLive(0)).isFalse();
    assertThat(never.when(0)).isEqualTo(BroadcastSchedule.FOR_EVER);
  }

  @Test
  void neitherBroadcastNorBreakIsRefused() {
    assertThatThrownBy(() -> new BroadcastSchedule(true, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void whatIsDueAfterSoMuchBroadcastIsDueWhileLive(
      @ForAll boolean live,
      @ForAll @LongRange(min = 1, max = 100_000) long liveMs,
      @ForAll @LongRange(min = 0, max = 100_000) long breakMs,
      @ForAll @LongRange(min = 0, max = 10_000_000) long aired) {
    BroadcastSchedule air = new BroadcastSchedule(live, liveMs, breakMs);
    long when = air.when(aired);
    assertThat(air.isLive(when)).isTrue();
    assertThat(air.aired(when)).isEqualTo(aired);
  }

  private static LongStream changes(BroadcastSchedule air) {
    return LongStream.iterate(
        air.nextChange(0), at -> at != BroadcastSchedule.FOR_EVER && at <= 90, air::nextChange);
  }
}
