package io.github.danmuhub.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackOffTest {
  @Property
  void everyWaitLiesBetweenZeroAndTheDoubledFirstAndNeverAboveTheLongest(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int failures,
      @ForAll @LongRange(min = 1, max = 5_000) long first,
      @ForAll @LongRange(min = 5_000, max = 600_000) long max) {
    BackOff backOff = new BackOff(new Timing.Waits(first, max, 30_000), new SplittableRandom(seed));
    for (int n = 1; n <= failures; n++) {
      double doubled = first * Math.pow(2, n - 1);
      assertThat((double) backOff.failed()).isBetween(0.0, Math.min((double) max, doubled));
      assertThat(backOff.attempt()).isEqualTo(n + 1);
    }
  }

  @Property(tries = 50)
  void theJitterIsFull(@ForAll long seed) {
    BackOff backOff =
        new BackOff(new Timing.Waits(1_000, 60_000, 30_000), new SplittableRandom(seed));
    long shortest = Long.MAX_VALUE;
    long longest = 0;
    for (int n = 0; n < 400; n++) {
      long wait = backOff.failed();
      shortest = n < 6 ? shortest : Math.min(shortest, wait);
      longest = Math.max(longest, wait);
    }
    assertThat(shortest).isLessThan(10_000);
    assertThat(longest).isGreaterThan(50_000);
  }

  @Test
  void aResetStartsAnew() {
    BackOff backOff = new BackOff(new Timing.Waits(1_000, 60_000, 30_000), new SplittableRandom(1));
    for (int n = 0; n < 10; n++) {
      backOff.failed();
    }
    backOff.lived(30_000);
    assertThat(backOff.attempt()).isEqualTo(1);
    assertThat(backOff.failed()).isLessThanOrEqualTo(1_000);
  }
}
