package io.github.danmuhub.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What fired runs, waits for its turn, or is cut off; its safe end comes in any case. */
class QueuesTest {
  @Test
  void stepsWaitAndTheSafeEndComesLast() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, do: [{say: 1}, {wait: 2s}, {say: 2}], finally: [{say: end}]}]");
    bench.says(1, "x");
    assertThat(bench.done()).containsExactly("1");
    bench.says(2, "x");
    assertThat(bench.verdicts()).containsExactly(Verdict.FIRED, Verdict.BUSY);
    bench.passes(2_000);
    assertThat(bench.done()).containsExactly("1", "2", "end");
  }

  @Test
  void whatIsRestartedEndsSafelyFirst() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, mode: restart, do: [{say: '{text}'}, {wait: 2s}, {say: no}],"
                + " finally: [{wait: 1s}, {say: end}]}]");
    bench.says(1, "x");
    bench.passes(1_000);
    bench.says(1, "y");
    assertThat(bench.done()).containsExactly("x", "end", "y");
  }

  @Test
  void aQueueRunsOneAfterTheOther() {
    Bench bench =
        new Bench(
            """
            queues: {toys: {size: 1, ttl: 3s}}
            rules:
              - {id: a, on: chat, queue: toys, do: [{say: "{text}"}, {wait: 2s}]}
            """);
    bench.says(1, "x");
    bench.says(1, "y");
    bench.says(1, "z");
    assertThat(bench.verdicts()).containsExactly(Verdict.FIRED, Verdict.FIRED, Verdict.QUEUE_FULL);
    bench.passes(2_000);
    assertThat(bench.done()).containsExactly("x", "y");
  }

  @Test
  void whoWaitsTooLongIsExpired() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, queue: {ttl: 1s}, do: [{say: '{text}'}, {wait: 2s}]}]");
    bench.says(1, "x");
    bench.says(1, "y");
    bench.passes(2_000);
    assertThat(bench.done()).containsExactly("x");
    assertThat(bench.decisions.get(2).verdict()).isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void theOldestGoesOrTheSameActionIsReplaced() {
    String rule = "rules: [{id: a, on: chat, queue: {%s}, do: [{say: '{text}'}, {wait: 1s}]}]";
    for (String queue : List.of("size: 1, when_full: drop_oldest", "size: 9, coalesce: true")) {
      Bench bench = new Bench(rule.formatted(queue));
      bench.says(1, "x");
      bench.says(1, "y");
      bench.says(1, "z");
      bench.passes(3_000);
      assertThat(bench.done()).as(queue).containsExactly("x", "z");
      assertThat(bench.verdicts()).as(queue).contains(Verdict.QUEUE_FULL);
    }
  }

  @Test
  void parallelOnesRunBesideEachOther() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, mode: parallel, queue: {size: 2},"
                + " do: [{say: '{text}'}, {wait: 1s}, {say: end}]}]");
    bench.says(1, "x");
    bench.says(1, "y");
    bench.says(1, "z");
    bench.passes(1_000);
    assertThat(bench.done()).containsExactly("x", "y", "end", "end");
    assertThat(bench.verdicts()).contains(Verdict.QUEUE_FULL);
  }

  @Test
  void aTemplateThatGivesNoNumberIsAnErrorAndEndsSafely() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, do: [{toy: {device: ball, angle: '{text}'}}, {say: no}],"
                + " finally: [{say: end}]}]");
    bench.says(1, "left");
    assertThat(bench.verdicts()).containsExactly(Verdict.FIRED, Verdict.ERROR);
    assertThat(bench.decisions.get(1).words().toString()).contains("'left'");
    assertThat(bench.done()).containsExactly("end");
  }

  @Test
  void aChangedRuleThatRunsEndsSafely() {
    String rule =
        "rules: [{id: a, on: chat, queue: {}, do: [{say: '{text}'}, {wait: 9s}, {say: no}],"
            + " finally: {say: end}}]";
    Bench bench = new Bench(rule);
    bench.says(1, "x");
    bench.says(1, "waits");
    bench.use(rule.replace("9s", "8s"));
    assertThat(bench.done()).containsExactly("x", "end");
    assertThat(bench.verdicts()).endsWith(Verdict.EXPIRED);
  }
}
