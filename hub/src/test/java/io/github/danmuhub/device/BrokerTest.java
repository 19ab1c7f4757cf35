package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub and a toy with Debian's broker between them. */
class BrokerTest {
  @TempDir Path dir = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"5", "3.1.1"})
  void aToyIsArmedMovedAndStopped(String version) throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Bench bench = Bench.of(broker.port(), version)) {
      bench.awaitHeard();
      bench.move("laser", 0, 0, 5_000);
      await().atMost(Bench.PATIENCE).until(() -> bench.told.size() == 1);
      assertThat(bench.pose().lit()).isFalse();
      bench.arm();
      bench.move("laser", 10, 0, 8_000);
      bench.awaitLit(true);
      await()
          .atMost(Bench.PATIENCE)
          .until(() -> bench.told.contains(Result.done(Phrase.of("act.done"))));
      bench.device().stopNow(Phrase.foreign("a test"));
      bench.awaitLit(false);
      await().atMost(Bench.PATIENCE).until(() -> bench.device().status().confirmed());
      assertThat(bench.device().arm().join().orElseThrow().toString()).contains("release it first");
      bench.device().release();
      bench.arm();
      bench.device().disarmNow(Phrase.foreign("a test"));
      await().atMost(Bench.PATIENCE).until(() -> bench.state() == State.DISARMED);
    }
  }
}
