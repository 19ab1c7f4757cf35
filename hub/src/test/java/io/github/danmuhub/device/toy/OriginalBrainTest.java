package io.github.danmuhub.device.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the safe toy mends, as it was. */
class OriginalBrainTest {
  private final OriginalBrain toy = new OriginalBrain(new Random(1));

  private boolean lit(long now) {
    toy.advance(now);
    return toy.state(now).pose().lit();
  }

  @Test
  void aLaserOrderIsTwoPressesThreeToTenSecondsApart() {
    toy.hear("05 01 00", 0);
    assertThat(lit(2_999)).isTrue();
    assertThat(lit(10_001)).isFalse();
  }

  @Test
  void furtherOrdersBetweenTheTwoAreIgnored() {
    toy.hear("05 01 00", 0);
    toy.hear("05 01 00", 1_000);
    assertThat(lit(2_000)).isTrue();
    assertThat(lit(20_000)).isFalse();
  }

  @Test
  void aLostConnectionDoesNotTurnItOff() {
    toy.hear("05 01 00", 0);
    toy.lost(100);
    assertThat(lit(2_000)).isTrue();
  }
}
