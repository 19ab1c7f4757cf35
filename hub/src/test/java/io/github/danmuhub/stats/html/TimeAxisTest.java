package io.github.danmuhub.stats.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Minutes as a chart shows them. */
class TimeAxisTest {
  private static final long MINUTE = 60_000;

  @Test
  void aMomentIsOneMinute() {
    TimeAxis axis = TimeAxis.of(1_000, 1_000);
    assertThat(axis.bins()).isEqualTo(1);
    assertThat(axis.perMinute(List.of())).containsExactly(0);
    assertThat(axis.labels()).containsExactly(1_000L, 61_000L);
  }

  @Test
  void aLongReportHasSeveralMinutesInAPlaceAndTheirMean() {
    TimeAxis axis = TimeAxis.of(0, 500 * MINUTE - 1);
    assertThat(axis.each()).isEqualTo(3);
    assertThat(axis.bins()).isEqualTo(167);
    double[] values = axis.perMinute(Collections.nCopies(500, 7));
    assertThat(values).hasSize(167).containsOnly(7);
    assertThat(axis.cumulative(Collections.nCopies(500, 7))[166]).isEqualTo(3_500);
  }

  @Test
  void aYearFitsToo() {
    TimeAxis axis = TimeAxis.of(0, 366L * 24 * 60 * MINUTE);
    assertThat(axis.bins()).isLessThanOrEqualTo(240);
    assertThat(axis.place(183L * 24 * 60 * MINUTE)).isBetween(0.49, 0.51);
    assertThat(axis.place(-5)).isZero();
    assertThat(axis.place(Long.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void aHeightIsARoundNumber() {
    assertThat(Scale.of(new double[] {0, 0}).top()).isEqualTo(1);
    assertThat(Scale.of(new double[] {123}).top()).isEqualTo(200);
    assertThat(Scale.of(new double[] {37, 4}).top()).isEqualTo(40);
    assertThat(Scale.of(new double[] {Long.MAX_VALUE}).top()).isEqualTo(1e19);
  }
}
