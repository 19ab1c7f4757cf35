package io.github.danmuhub.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever viewers write, and when: no limit is ever broken, and every vote adds up. */
class LimitsPropertyTest {
  private static final String RULES =
      """
      limits: {per_second: 3, per_user_per_minute: 8}
      groups: {toys: {cooldown: 700ms}}
      votes:
        last: {window: 2s, options: [a, b, c], starts: always}
        first: {window: 3s, options: [a, b, c], starts: on_vote, count: first}
      rules:
        - {id: own, on: chat, when: {text: a}, limit: {cooldown: 1s}, do: {say: a}, overlap: true}
        - {id: user, on: chat, when: {text: b}, limit: {user_cooldown: 3s}, do: {say: b}}
        - {id: one, on: chat, when: {text: c}, limit: {group: toys}, do: {say: c}}
        - {id: two, on: chat, when: {text: d}, limit: {group: toys}, queue: {size: 2}, do: [{say: d}, {wait: 300ms}]}
        - {id: cools, on: chat, when: {text: e}, limit: {cools: toys, per_stream: 4}, do: {say: e}}
      """;

  private record Act(int user, String text, long waitMs) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Long> wait =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(0L)), Tuple.of(2, Arbitraries.longs().between(1, 900)));
    return Combinators.combine(
            Arbitraries.integers().between(1, 5), Arbitraries.of("a", "b", "c", "d", "e"), wait)
        .as(Act::new)
        .list()
        .ofMaxSize(60);
  }

  private record Fired(String rule, String user, long at) {}

  @Property(tries = 10_000)
  void noLimitIsBrokenAndVotesSumToVoters(@ForAll("acts") List<Act> acts) {
    Bench bench = new Bench(RULES);
    for (Act act : acts) {
      bench.says(act.user(), act.text());
      bench.passes(act.waitMs());
      bench.engine.votes(bench.now()).forEach(LimitsPropertyTest::addsUp);
    }
    bench.passes(4_000);
    bench.tallies.forEach(LimitsPropertyTest::addsUp);
    check(bench.decisions);
  }

  private static void addsUp(Tally tally) {
    assertThat(tally.turnout().total()).isEqualTo(tally.turnout().voters());
    assertThat(tally.lines().stream().mapToLong(Tally.Line::count).sum())
        .isEqualTo(tally.turnout().total());
  }

  private static void check(List<Decision> decisions) {
    List<Fired> fired = new ArrayList<>();
    for (Decision decision : decisions) {
      if (decision.verdict() == Verdict.FIRED) {
        fired.add(new Fired(decision.rule(), decision.by().user(), decision.atMs()));
      }
    }
    apart(fired.stream().filter(each -> each.rule().equals("own")).toList(), 1_000);
    byUser(fired.stream().filter(each -> each.rule().equals("user")).toList())
        .forEach((user, theirs) -> apart(theirs, 3_000));
    grouped(fired);
    assertThat(fired).filteredOn(each -> each.rule().equals("cools")).hasSizeLessThanOrEqualTo(4);
    assertThat(most(fired, 1_000)).isLessThanOrEqualTo(3);
    byUser(fired)
        .values()
        .forEach(theirs -> assertThat(most(theirs, 60_000)).isLessThanOrEqualTo(8));
  }

  private static Map<String, List<Fired>> byUser(List<Fired> fired) {
    Map<String, List<Fired>> users = new HashMap<>();
    fired.forEach(each -> users.computeIfAbsent(each.user(), u -> new ArrayList<>()).add(each));
    return users;
  }

  private static void apart(List<Fired> fired, long ms) {
    for (int i = 1; i < fired.size(); i++) {
      assertThat(fired.get(i).at() - fired.get(i - 1).at()).isGreaterThanOrEqualTo(ms);
    }
  }

  /** Behind each of the group, and behind who cools it, the group rests. */
  private static void grouped(List<Fired> fired) {
    long restsUntil = Long.MIN_VALUE;
    for (Fired each : fired) {
      boolean ofGroup = each.rule().equals("one") || each.rule().equals("two");
      if (ofGroup) {
        assertThat(each.at()).isGreaterThanOrEqualTo(restsUntil);
      }
      if (ofGroup || each.rule().equals("cools")) {
        restsUntil = each.at() + 700;
      }
    }
  }

  /** How many fall into any span of so many ms. */
  private static long most(List<Fired> fired, long ms) {
    long most = 0;
    for (Fired from : fired) {
      long within =
          fired.stream()
              .filter(each -> each.at() >= from.at() && each.at() < from.at() + ms)
              .count();
      most = Math.max(most, within);
    }
    return most;
  }
}
