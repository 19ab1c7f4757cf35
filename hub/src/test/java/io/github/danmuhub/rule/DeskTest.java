package io.github.danmuhub.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.rule.engine.Now;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeskTest {
  private final FakeSink toy = new FakeSink();
  private final List<ObjectNode> audit = new CopyOnWriteArrayList<>();
  private volatile long ticks = 1_000;
  private final Desk desk =
      new Desk(
          Map.of("toy", toy),
          new SplittableRandom(1),
          () -> new Now(SampleEvents.START + ticks, ticks),
          audit::add,
          page -> {});

  private void use(String yaml) {
    assertThat(desk.use("version: 1\n" + yaml).faults()).isEmpty();
  }

  private void says(int user, String text) {
    desk.hear(SampleEvents.chat(ticks, user, text), user);
  }

  private List<String> verdicts() {
    return audit.stream().map(line -> line.path("verdict").asText()).toList();
  }

  @Test
  void aThousandAtOnceFireExactlyOnce() throws Exception {
    use(
        "limits: {per_second: 10000}\n"
            + "rules: [{id: a, on: chat, limit: {cooldown: 10s}, do: {toy: {device: laser}}}]");
    int users = 1_000;
    CountDownLatch ready = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(50);
    IntStream.range(0, users)
        .forEach(
            user ->
                threads.execute(
                    () -> {
                      try {
                        ready.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      says(user, "go");
                    }));
    ready.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(toy.actions).hasSize(1);
    assertThat(verdicts()).hasSize(users + 1).containsOnlyOnce("fired").contains("cooldown");
  }

  @Test
  void whatCameOfAnActionIsToldOnce() {
    use("rules: [{id: a, on: chat, do: {toy: {device: ball, angle: 3}}}]");
    toy.result = Result.disarmed(Phrase.foreign("arm it first"));
    says(1, "go");
    assertThat(verdicts()).containsExactly("fired", "disarmed");
    ObjectNode line = audit.get(1);
    assertThat(line.path("why").asText()).isEqualTo("arm it first");
    assertThat(line.path("action").asText()).isEqualTo("toy");
    assertThat(line.at("/parameters/angle").asInt()).isEqualTo(3);
    assertThat(line.path("latency_ms").asLong()).isZero();
  }

  @Test
  void aBadFileLeavesTheOldOne() {
    use("rules: [{id: a, on: chat, do: {toy: {device: ball}}}]");
    assertThat(desk.use("version: 1\nrules: [{id: a}]").isGood()).isFalse();
    says(1, "go");
    assertThat(toy.actions).hasSize(1);
  }

  @Test
  void aChangeThatTouchesADeviceIsToldToItsSink() {
    String rules = "rules: [{id: a, on: chat, do: {toy: {device: ball}}}]";
    use(rules);
    assertThat(toy.changes).hasValue(1);
    use(rules + "\n# looks different\n");
    assertThat(toy.changes).hasValue(1);
    use(rules.replace("ball", "wand"));
    assertThat(toy.changes).hasValue(2);
  }

  @Test
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the test sets it
  void whoIsStoppedByHandHasAnEmptyQueueAndEndsSafely() {
    use(
        "rules: [{id: a, on: chat, queue: {}, do: [{toy: {device: ball}}, {wait: 5s}],"
            + " finally: [{toy: {device: laser, for: 0s}}]}]");
    says(1, "x");
    says(2, "x");
    assertThat(toy.actions).hasSize(1);
    toy.stops.incrementAndGet();
    desk.tick();
    assertThat(toy.actions).hasSize(2);
    assertThat(toy.actions.get(1).safeEnd()).isTrue();
    assertThat(verdicts()).contains("expired");
    ticks += 900;
    desk.tick();
    assertThat(toy.actions).hasSize(2);
  }

  @Test
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the test sets it
  void aHubThatStoodStillRunsNothingThatWaited() {
    use("rules: [{id: a, on: chat, queue: {}, do: [{toy: {device: ball}}, {wait: 500ms}]}]");
    says(1, "x");
    says(2, "x");
    ticks += 1_001;
    desk.tick();
    assertThat(toy.actions).hasSize(1);
    assertThat(toy.tickedAt).hasValue(2_001);
  }
}
