package io.github.danmuhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultWordsTest {

  @ParameterizedTest
  @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "DROP_AFTER")
  void everyFaultCanBeNamedAndStrikesOnce(Fault fault) {
    PendingFaults faults = FaultWords.parse(List.of(fault.word()));
    assertThat(faults.strike(fault)).isTrue();
    assertThat(faults.strike(fault)).isFalse();
  }

  @Test
  void aNumberSaysHowOftenAndAlwaysNeverEnds() {
    PendingFaults faults = FaultWords.parse(List.of("hang:2", "reset:always"));
    assertThat(List.of(faults.strike(Fault.HANG), faults.strike(Fault.HANG))).containsOnly(true);
    assertThat(faults.strike(Fault.HANG)).isFalse();
    assertThat(faults.strike(Fault.RESET)).isTrue();
    assertThat(faults.strike(Fault.RESET)).isTrue();
  }

  @Test
  void dropAfterHasItsSecondsAndANumber() {
    PendingFaults faults = FaultWords.parse(List.of("drop-after=2.5:2"));
    assertThat(faults.dropAfterMs()).isEqualTo(2_500);
    assertThat(faults.strike(Fault.DROP_AFTER)).isTrue();
    assertThat(faults.strike(Fault.DROP_AFTER)).isTrue();
    assertThat(faults.strike(Fault.DROP_AFTER)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "earthquake, 'earthquake' is unknown",
    "drop-after, needs its seconds",
    "drop-after=soon, go seconds",
    "hang=3, takes no value",
    "hang:0, a number of times",
    "hang:often, a number of times"
  })
  void whatIsNotUnderstoodIsToldInWords(String word, String words) {
    assertThatThrownBy(() -> FaultWords.parse(List.of(word)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
