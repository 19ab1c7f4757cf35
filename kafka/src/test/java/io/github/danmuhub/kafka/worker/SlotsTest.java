package io.github.danmuhub.kafka.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.kafka.control.Free;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final RoomRecord PLAIN = RoomRecord.plain(1);

  private static RoomRef room(String platform, int number) {
    return new RoomRef(platform, Integer.toString(number));
  }

  private static RoomRecord with(String account, String proxy) {
    return new RoomRecord(1, Map.of(), account, proxy, RoomRecord.NOWHERE);
  }

  @Test
  void aPlatformHasItsOwnBound() {
    Slots slots = new Slots(Map.of("bilibili", 1));
    assertThat(slots.take(room("bilibili", 1), PLAIN)).isTrue();
    assertThat(slots.take(room("bilibili", 1), PLAIN)).as("it has one").isTrue();
    assertThat(slots.take(room("bilibili", 2), PLAIN)).isFalse();
    assertThat(slots.take(room("douyin", 2), PLAIN)).isTrue();
    slots.give(room("bilibili", 1));
    assertThat(slots.take(room("bilibili", 2), PLAIN)).isTrue();
  }

  @Test
  void anAccountAndAWayOutHaveBoundsOfTheirOwn() {
    Slots slots =
        new Slots(Map.of(Free.account("bilibili", "main"), 1, Free.proxy("bilibili", "eu"), 1));
    assertThat(slots.take(room("bilibili", 1), with("main", ""))).isTrue();
    assertThat(slots.take(room("bilibili", 2), with("main", ""))).isFalse();
    assertThat(slots.take(room("bilibili", 3), with("", "eu"))).isTrue();
    assertThat(slots.take(room("bilibili", 4), with("", "eu"))).isFalse();
    assertThat(slots.take(room("bilibili", 5), PLAIN)).isTrue();
  }

  @Test
  void anAccountOrAProxyThatThisWorkerDoesNotKnowHasNoSlot() {
    Slots slots = new Slots(Map.of());
    assertThat(slots.take(room("bilibili", 1), with("other", ""))).isFalse();
    assertThat(slots.take(room("bilibili", 1), with("", "moon"))).isFalse();
  }

  @Test
  void whatIsLeftIsTold() {
    Slots slots = new Slots(Map.of(Free.all(), 10, "bilibili", 3));
    slots.take(room("bilibili", 1), PLAIN);
    assertThat(slots.free().slots()).isEqualTo(Map.of(Free.all(), 9, "bilibili", 2));
  }
}
