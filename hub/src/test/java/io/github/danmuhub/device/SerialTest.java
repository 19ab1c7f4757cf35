package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub and a toy with a serial cable between them. */
class SerialTest {
  @TempDir Path dir = Path.of("");

  @Test
  void aToyIsArmedMovedAndStopped() throws Exception {
    try (Socat cable = Socat.start(dir);
        Bench bench = Bench.serial(cable)) {
      bench.arm();
      bench.move("laser", 10, 0, 8_000);
      bench.awaitLit(true);
      bench.device().stopNow(Phrase.foreign("a test"));
      bench.awaitLit(false);
      await().atMost(Bench.PATIENCE).until(() -> bench.device().status().confirmed());
    }
  }

  @Test
  void aCableThatIsPulledDisarmsAndIsFoundAgain() throws Exception {
    try (Socat cable = Socat.start(dir);
        Bench bench = Bench.serial(cable)) {
      bench.arm();
      bench.move("laser", 10, 0, 8_000);
      bench.awaitLit(true);
      cable.pull();
      bench.awaitLit(false);
      await().atMost(Bench.PATIENCE).until(() -> bench.state() == State.DISARMED);
      cable.again();
      bench.awaitHeard();
      assertThat(bench.state()).isEqualTo(State.DISARMED);
      assertThat(bench.pose().lit()).isFalse();
    }
  }
}
