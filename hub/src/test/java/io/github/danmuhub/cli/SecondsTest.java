package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecondsTest {
  private final Seconds seconds = new Seconds();

  @Test
  void durationsAreReadAsPeopleWriteThem() {
    assertThat(seconds.convert("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(seconds.convert("30s")).isEqualTo(Duration.ofSeconds(30));
    assertThat(seconds.convert("30")).isEqualTo(Duration.ofSeconds(30));
    assertThat(seconds.convert("5m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(seconds.convert("2h")).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void whatIsNoDurationIsAnsweredWithHowToWriteOne() {
    assertThatThrownBy(() -> seconds.convert("-1s")).hasMessageContaining("write 500ms, 30s");
    assertThatThrownBy(() -> seconds.convert("99999999999s")).hasMessageContaining("30s");
  }
}
