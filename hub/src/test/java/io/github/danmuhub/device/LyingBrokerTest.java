package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.LyingBroker.Lie;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.text.Phrase;
import org.junit.jupiter.api.Test;

/** Whatever a broker says, nothing is armed by it, and the hub goes on. */
class LyingBrokerTest {
  private static void goesOn(Bench bench) {
    bench.device().stopNow(Phrase.foreign("a test"));
    await().atMost(Bench.PATIENCE).until(() -> bench.state() == State.STOPPED);
    assertThat(bench.device().status().confirmed()).isFalse();
  }

  @Test
  void oneThatRefusesIsToldInWords() {
    try (LyingBroker broker = new LyingBroker(Lie.REFUSES);
        Bench bench = Bench.of(broker.port(), "3.1.1")) {
      await().atMost(Bench.PATIENCE).until(() -> !bench.device().trouble().equals(Phrase.NONE));
      assertThat(bench.device().trouble().toString()).contains("127.0.0.1:" + broker.port());
      assertThat(bench.device().arm().join().orElseThrow().toString()).contains("not heard");
      goesOn(bench);
    }
  }

  @Test
  void oneThatIsDeafArmsNothing() {
    try (LyingBroker broker = new LyingBroker(Lie.DEAF);
        Bench bench = Bench.of(broker.port(), "3.1.1")) {
      await().atMost(Bench.PATIENCE).until(() -> !broker.heard().isEmpty());
      assertThat(bench.device().arm().join().orElseThrow().toString()).contains("not heard");
      goesOn(bench);
      await()
          .atMost(Bench.PATIENCE)
          .until(() -> broker.heard().stream().filter(m -> m.contains("/stop ")).count() > 2);
    }
  }

  @Test
  void oneThatAcknowledgesWhatWasNeverSentIsLeft() {
    try (LyingBroker broker = new LyingBroker(Lie.WRONG_NUMBERS);
        Bench bench = Bench.of(broker.port(), "3.1.1")) {
      await().atMost(Bench.PATIENCE).until(() -> !bench.device().trouble().equals(Phrase.NONE));
      goesOn(bench);
    }
  }

  @Test
  void oneThatInventsAToyArmsNothing() {
    try (LyingBroker broker = new LyingBroker(Lie.INVENTS);
        Bench bench = Bench.of(broker.port(), "3.1.1")) {
      await().atMost(Bench.PATIENCE).until(() -> bench.device().status().strange() > 0);
      assertThat(bench.state()).isEqualTo(State.DISARMED);
      var unused = bench.device().arm().join();
      bench.move("laser", 0, 0, 5_000);
      await().atMost(Bench.PATIENCE).until(() -> bench.told.size() == 1);
      assertThat(bench.state()).isNotEqualTo(State.ARMED);
      assertThat(bench.pose().lit()).isFalse();
      goesOn(bench);
    }
  }

  @Test
  void oneThatSaysNothingKeepsNobodyWaiting() {
    try (LyingBroker broker = new LyingBroker(Lie.SILENT);
        Bench bench = Bench.of(broker.port(), "3.1.1")) {
      assertThat(bench.device().arm().join().orElseThrow().toString()).contains("not heard");
      goesOn(bench);
    }
  }
}
