package io.github.danmuhub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a pause of a capture takes when it is played. */
class PaceTest {
  private static long pause(double speed) {
    return new Player.Pace(speed, false).of(30_000);
  }

  @Test
  void pausesAreShorterTheFasterItIsAndGoneWithZero() {
    assertThat(pause(1)).isEqualTo(30_000);
    assertThat(pause(2)).isEqualTo(15_000);
    assertThat(pause(0.5)).isEqualTo(60_000);
    assertThat(pause(0)).isZero();
  }
}
