package io.github.danmuhub.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolesTest {
  private static final long HOUR = 3_600_000;

  private static Entry entry(String room, long at) throws Exception {
    try (EventLog log = EventLog.inMemory(10, 1 << 20)) {
      log.append(Chats.of(room, at, "hi"));
      return Chats.page(log).entries().get(0);
    }
  }

  private static Page page(long missed, Entry... entries) {
    return new Page(missed, List.of(entries), 1, false);
  }

  private static Gap gap(String room, long from, long to) {
    Origin origin = Origin.ours("huya", room, to);
    return new Gap(origin, from, to, "it fell out of the log before Kafka had it");
  }

  @Test
  void eachRoomIsToldOnceBeforeItsNextEvent() throws Exception {
    Holes holes = new Holes();
    holes.resume("");
    assertThat(holes.before(page(0, entry("1", 1_000)))).isZero();
    assertThat(holes.before(entry("1", 1_000))).isEmpty();
    holes.sent(entry("1", 1_000));
    assertThat(holes.before(page(5, entry("1", 9_000)))).isEqualTo(5);
    assertThat(holes.before(entry("1", 9_000))).contains(gap("1", 1_000, 9_000));
    assertThat(holes.before(entry("1", 9_500))).isEmpty();
    assertThat(holes.before(entry("2", 9_600))).contains(gap("2", 1_000, 9_000));
  }

  @Test
  void aHoleBeforeNothingIsToldBeforeWhatFollows() throws Exception {
    Holes holes = new Holes();
    holes.resume("1000 0 0");
    assertThat(holes.before(page(5))).isEqualTo(5);
    assertThat(holes.before(page(0, entry("1", 9_000)))).isZero();
    assertThat(holes.before(entry("1", 9_000))).contains(gap("1", 1_000, 9_000));
  }

  @Test
  void afterARestartItIsToldAgainUntilItIsOld() throws Exception {
    Holes holes = new Holes();
    holes.resume("1000 0 0");
    holes.before(page(5, entry("1", 9_000)));
    holes.sent(entry("1", 9_000));
    Holes next = new Holes();
    next.resume(holes.memory());
    assertThat(next.before(entry("2", 10_000))).contains(gap("2", 1_000, 9_000));
    next.sent(entry("2", 9_001 + HOUR));
    Holes last = new Holes();
    last.resume(next.memory());
    assertThat(last.before(entry("3", 9_002 + HOUR))).isEmpty();
  }

  /** Of what a killed run did not write, the log itself tells. */
  @Test
  void numbersThatWereLeftOutAfterAKillAreNoHole() throws Exception {
    Holes holes = new Holes();
    holes.resume("1000 0 0");
    for (long missed : List.of(1_000_000_000L, 999_999_990L, 2_000_000_000L)) {
      assertThat(holes.before(page(missed, entry("1", 9_000)))).isZero();
      assertThat(holes.before(entry("1", 9_000))).isEmpty();
    }
    assertThat(holes.before(page(1_000_000_007L, entry("1", 9_000)))).isEqualTo(7);
    assertThat(holes.before(entry("1", 9_000))).isPresent();
  }

  @Test
  void aMemoryThatIsNoneIsABeginning() throws Exception {
    Holes holes = new Holes();
    holes.resume("{}");
    assertThat(holes.memory()).isEqualTo("0 0 0");
  }
}
