package io.github.danmuhub.platform.douyin.site;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.script.Script;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What was bought in a scripted room: its script run once more, without the faults. */
public final class Purchases {
  private Purchases() {}

  private static Stream<Gift> gifts(long seed, long from, long to) {
    Script script = Simulated.script(seed);
    return LongStream.range(from, to)
        .mapToObj(n -> script.event(n, 0))
        .filter(Gift.class::isInstance)
        .map(Gift.class::cast);
  }

  /** The number of purchases between two messages of the script: combos count once. */
  public static long count(long seed, long from, long to) {
    return gifts(seed, from, to)
        .filter(gift -> gift.combo() == null || gift.combo().last())
        .count();
  }

  /** Giver and gift, {@code 10000000001/463}, → units. */
  public static Map<String, Long> units(long seed, long from, long to) {
    return gifts(seed, from, to)
        .collect(
            groupingBy(
                gift -> gift.user().id() + "/" + gift.item().id(), summingLong(Gift::count)));
  }
}
