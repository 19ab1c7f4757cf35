package io.github.danmuhub.record.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.text.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a message is said. */
class PatienceTest {
  private static List<Long> waits(int status, Duration retryAfter, int most) {
    Patience patience = new Patience();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      Optional<Duration> wait =
          patience.after(new Receiver.Answer(status, retryAfter, Phrase.foreign("")));
      if (wait.isEmpty()) {
        break;
      }
      waits.add(wait.get().toSeconds());
    }
    return waits;
  }

  @Test
  void whoIsNotThereIsWaitedForForEver() {
    assertThat(waits(0, Duration.ZERO, 10_000))
        .hasSize(10_000)
        .startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void whoIsBrokenHearsItTwentyTimes() {
    assertThat(waits(500, Duration.ZERO, 100)).hasSize(Patience.TRIES - 1);
    assertThat(waits(503, Duration.ZERO, 100)).hasSize(Patience.TRIES - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 404, 410})
  void whoRefusesItHearsItThreeTimes(int status) {
    assertThat(waits(status, Duration.ZERO, 100)).containsExactly(1L, 2L);
  }

  @Test
  void whoIsBusyIsAskedWhenItSaysSoAndAMinuteLaterAtMost() {
    assertThat(waits(429, Duration.ofSeconds(7), 5)).containsExactly(7L, 7L, 7L, 8L, 16L);
    assertThat(waits(429, Duration.ofHours(1), 2)).containsExactly(60L, 60L);
  }
}
