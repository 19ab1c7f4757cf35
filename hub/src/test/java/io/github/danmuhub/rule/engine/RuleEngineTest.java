package io.github.danmuhub.rule.engine;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.rule.action.Action;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleEngineTest {
  private static Gift gift(Bench bench, int user, String name, long count, long yuan) {
    return new Gift(
        origin(bench.at()),
        user(user),
        new Gift.Item(name, name),
        count,
        null,
        Gift.Price.of(new Money(yuan * 1_000, "CNY")),
        null);
  }

  @Test
  void aWordFiresItsRuleWhateverItsForm() {
    Bench bench =
        new Bench("rules: [{id: a, on: chat, when: {text: laser}, do: {say: 'hi {user.name}'}}]");
    bench.says(1, " ＬＡＳＥＲ\u200b ");
    bench.says(2, "lasers");
    assertThat(bench.done()).containsExactly("hi user 1");
    assertThat(bench.verdicts()).containsExactly(Verdict.FIRED);
  }

  @Test
  void anActionKnowsWhereItComesFrom() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, do: {toy: {device: laser, for: 5s, angle: -3}},"
                + " finally: {toy: {device: laser, for: 0s}}}]");
    bench.says(1, "x");
    assertThat(bench.actions).extracting(Action::safeEnd).containsExactly(false, true);
    Action first = bench.actions.get(0);
    assertThat(first.rule()).isEqualTo("a");
    assertThat(first.kind()).isEqualTo("toy");
    assertThat(first.decidedAtTicks()).isEqualTo(bench.at());
    assertThat(first.receivedAtMs()).isEqualTo(START + bench.at());
    assertThat(first.parameters().whole("angle", 0)).isEqualTo(-3);
    assertThat(first.parameters().duration("for")).hasSeconds(5);
  }

  @Test
  void aCooldownHoldsBackAndSaysForHowLong() {
    Bench bench = new Bench("rules: [{id: a, on: chat, limit: {cooldown: 10s}, do: {say: x}}]");
    bench.says(1, "x");
    bench.passes(4_000);
    bench.says(2, "x");
    bench.passes(6_000);
    bench.says(3, "x");
    assertThat(bench.verdicts()).containsExactly(Verdict.FIRED, Verdict.COOLDOWN, Verdict.FIRED);
    assertThat(bench.decisions.get(1).words()).hasToString("the rule");
    assertThat(bench.decisions.get(1).remainingMs()).isEqualTo(6_000);
  }

  @Test
  void aUserCoolsDownAloneAndTheExemptNever() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, limit: {user_cooldown: 10s, exempt: anchor}, do: {say: x}}]");
    bench.says(1, "x");
    bench.says(1, "x");
    bench.says(2, "x");
    assertThat(bench.verdicts()).containsExactly(Verdict.FIRED, Verdict.COOLDOWN, Verdict.FIRED);
  }

  @Test
  void aGroupCoolsDownTogetherAndCanBeCooledByAnother() {
    Bench bench =
        new Bench(
            """
            groups: {toys: {cooldown: 5s}}
            rules:
              - {id: a, on: chat, when: {text: a}, limit: {group: toys}, do: {say: a}}
              - {id: b, on: chat, when: {text: b}, limit: {group: toys}, do: {say: b}}
              - {id: c, on: chat, when: {text: c}, limit: {cools: toys}, do: {say: c}}
            """);
    bench.says(1, "a");
    bench.says(1, "b");
    bench.passes(5_000);
    bench.says(1, "c");
    bench.says(1, "b");
    assertThat(bench.done()).containsExactly("a", "c");
    assertThat(bench.decisions.get(3).words()).hasToString("the group toys");
  }

  @Test
  void whatIsOncePerStreamComesAgainWithTheNext() {
    Bench bench = new Bench("rules: [{id: a, on: chat, limit: {per_stream: 1}, do: {say: x}}]");
    bench.says(1, "x");
    bench.says(2, "x");
    bench.hears(new Broadcast(origin(bench.at()), Broadcast.State.LIVE));
    bench.says(3, "x");
    assertThat(bench.verdicts()).containsExactly(Verdict.FIRED, Verdict.COOLDOWN, Verdict.FIRED);
  }

  @Test
  void thirtyTimesInTenSecondsAreCountedTogether() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, when: {text: 666},"
                + " count: {times: 30, within: 10s, per: room}, do: {say: rain}}]");
    for (int i = 0; i < 29; i++) {
      bench.says(i, "666");
    }
    bench.passes(10_001);
    bench.says(1, "666");
    assertThat(bench.done()).isEmpty();
    Chat many = Chat.of(origin(bench.at()), user(1), "666");
    bench.hears(
        new Chat(
            many.origin(),
            many.user(),
            "666",
            new Chat.Style(0, many.mode()),
            Chat.Pictures.NONE,
            null,
            29));
    assertThat(bench.done()).containsExactly("rain");
  }

  @Test
  void theEngineHasAPaceOfItsOwn() {
    Bench bench =
        new Bench(
            "limits: {per_second: 2, per_user_per_minute: 3}\nrules: [{id: a, on: chat, do: {say: x}}]");
    for (int i = 0; i < 4; i++) {
      bench.says(i, "x");
    }
    assertThat(bench.done()).hasSize(2);
    for (int i = 0; i < 5; i++) {
      bench.passes(1_000);
      bench.says(9, "x");
    }
    assertThat(bench.done()).hasSize(5);
  }

  @Test
  void chanceFollowsTheSeed() {
    String yaml =
        "limits: {per_second: 1000, per_user_per_minute: 1000}\n"
            + "rules: [{id: a, on: chat, do: [{choose: [{weight: 3, do: [{say: a}]},"
            + " {weight: 1, do: [{say: b}]}, {weight: 0, do: [{say: never}]}]}]}]";
    Bench one = new Bench(yaml);
    Bench two = new Bench(yaml);
    for (int i = 0; i < 400; i++) {
      one.says(i, "x");
      two.says(i, "x");
    }
    assertThat(one.done()).isEqualTo(two.done()).doesNotContain("never");
    assertThat(one.done().stream().filter("a"::equals).count()).isBetween(250L, 350L);
  }

  @Test
  void giftsOfAComboBecomeOne() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: gift, when: {value: {gte: 50 CNY}}, combo: {window: 4s},"
                + " do: {say: '{user.name} {count} {gift.name} {value}'}}]");
    for (int i = 0; i < 6; i++) {
      bench.hears(gift(bench, 1, "rose", 2, 10));
      bench.passes(1_000);
    }
    bench.hears(gift(bench, 2, "rose", 1, 10));
    assertThat(bench.done()).isEmpty();
    bench.passes(4_000);
    assertThat(bench.done()).containsExactly("user 1 12 rose 60 CNY");
  }

  @Test
  void amountsOfAnotherCurrencyNeverPass() {
    Bench bench =
        new Bench("rules: [{id: a, on: gift, when: {value: {gte: 50 USD}}, do: {say: x}}]");
    bench.hears(gift(bench, 1, "rose", 1, 500));
    assertThat(bench.decisions).isEmpty();
  }

  @Test
  void countersAreCountedComparedAndSaid() {
    Bench bench =
        new Bench(
            """
            counters: {cheers: {}}
            rules:
              - {id: a, on: chat, do: [{counter: {name: cheers, add: 2}}, {say: "{counter.cheers}"}]}
              - {id: b, on: chat, when: {counter.cheers: {gte: 4}}, do: [{say: enough}, {counter: {name: cheers, set: 0}}]}
            """);
    bench.says(1, "x");
    bench.says(1, "x");
    bench.says(1, "x");
    assertThat(bench.done()).containsExactly("2", "4", "enough", "2");
  }

  @Test
  void whatIsHistoryLateOrBroughtByALookupNeverFires() {
    Bench bench = new Bench("rules: [{id: a, on: [chat, broadcast], do: {say: x}}]");
    Origin old = origin(bench.at());
    bench.hears(
        Chat.of(new Origin("bilibili", "1", "7", 1, old.received(), true, null), user(1), "x"));
    assertThat(bench.decisions).isEmpty();
    bench.hears(Chat.of(origin(bench.at() - 5_001), user(1), "x"));
    assertThat(bench.verdicts()).containsExactly(Verdict.EXPIRED);
    bench.hears(
        new Connection(
            origin(bench.at()), Connection.State.LIVE, "live", 0, 0, 0, Connection.Health.NONE));
    bench.hears(new Broadcast(origin(bench.at()), Broadcast.State.LIVE));
    assertThat(bench.done()).isEmpty();
    bench.passes(2_000);
    bench.hears(new Broadcast(origin(bench.at()), Broadcast.State.LIVE));
    assertThat(bench.done()).containsExactly("x");
  }

  @Test
  void timeAloneSetsOffASchedule() {
    Bench bench =
        new Bench(
            "zone: Asia/Shanghai\n"
                + "rules: [{id: a, on: [{every: 5s}, {at: '16:01'}], do: {say: '{{tick}}'}}]");
    bench.passes(5_100);
    assertThat(bench.done()).hasSize(1);
    bench.passes(4_900);
    assertThat(bench.done()).as("16:01:00 comes after ten seconds").hasSize(2);
    bench.passes(60_000);
    assertThat(bench.done()).as("every five seconds, and once a day").hasSize(14);
  }

  @Test
  void anHttpCallReachesOnlyRulesThatListen() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: http, do: {say: 'said {text}'}}, {id: b, on: chat, do: {say: b}}]");
    assertThat(bench.engine.call("a", Map.of("text", "hello"), bench.now())).isTrue();
    assertThat(bench.engine.call("b", Map.of(), bench.now())).isFalse();
    assertThat(bench.engine.call("c", Map.of(), bench.now())).isFalse();
    assertThat(bench.done()).containsExactly("said hello");
  }

  @Test
  void whatViewersWriteEndsNoLineAndLeavesNoAddress() {
    Bench bench =
        new Bench(
            "rules: [{id: a, on: chat, do: [{call: {url: 'http://x/?t={text}', tags: ['{text}']}}]}]");
    bench.says(1, "a&b=/../ c\n\u0007");
    assertThat(bench.actions.get(0).parameters().text("url"))
        .isEqualTo("http://x/?t=a%26b%3D%2F..%2F%20c%0A%07");
    assertThat(bench.actions.get(0).parameters().texts("tags")).containsExactly("a&b=/../ c  ");
  }

  @Test
  void dryRunsAreToldToTheLastStep() {
    Bench bench = new Bench("rules: [{id: a, on: chat, dry_run: true, do: {say: x}}]");
    bench.says(1, "x");
    assertThat(bench.verdicts()).containsExactly(Verdict.DRY_RUN);
    assertThat(bench.actions).extracting(Action::dryRun).containsExactly(true);
  }

  @Test
  void anExplanationChangesNothing() {
    Bench bench =
        new Bench(
            """
            rules:
              - {id: a, on: chat, when: {text: hi}, limit: {cooldown: 9s}, do: [{say: 1}, {wait: 1s}, {say: 2}]}
              - {id: b, on: chat, when: {user.level: {gte: 9}}, do: {say: x}}
            """);
    Chat hi = Chat.of(origin(bench.at()), user(1), "hi");
    for (int i = 0; i < 2; i++) {
      List<Explanation> all = bench.engine.explain(hi, bench.now());
      assertThat(all)
          .extracting(each -> each.decision().verdict())
          .containsExactly(Verdict.DRY_RUN, Verdict.NO_MATCH);
      assertThat(all.get(0).actions()).hasSize(2);
      assertThat(all.get(1).decision().words()).hasToString("user.level is 0");
    }
    assertThat(bench.actions).isEmpty();
    assertThat(bench.decisions).isEmpty();
  }

  @Test
  void aChangedFileKeepsCooldownsAndToldWhoseActionsItTouches() {
    String before =
        "rules: [{id: a, on: chat, limit: {cooldown: 10s}, do: {say: x}},"
            + " {id: b, on: follow, do: {toy: {device: ball}}}]";
    Bench bench = new Bench(before);
    bench.says(1, "x");
    assertThat(bench.use(before + " # a comment")).isEmpty();
    assertThat(bench.use(before.replace("say: x", "say: y"))).containsExactly("say");
    bench.says(1, "x");
    assertThat(bench.verdicts()).containsExactly(Verdict.FIRED, Verdict.COOLDOWN);
    assertThat(bench.use("dry_run: true\n" + before)).containsExactly("say", "toy");
    assertThat(bench.engine.resetCooldown("a")).isTrue();
    bench.says(1, "x");
    assertThat(bench.verdicts()).endsWith(Verdict.DRY_RUN);
  }

  @Test
  void aChangedPaceForgetsNothingOfWhatFired() {
    String rules = "rules: [{id: a, on: chat, do: {say: x}}]\n";
    Bench bench = new Bench("limits: {per_second: 50, per_user_per_minute: 5}\n" + rules);
    for (int i = 0; i < 5; i++) {
      bench.says(1, "x");
    }
    bench.use("limits: {per_second: 50, per_user_per_minute: 3}\n" + rules);
    bench.says(1, "x");
    bench.use("limits: {per_second: 50, per_user_per_minute: 6}\n" + rules);
    bench.says(1, "x");
    bench.says(1, "x");
    bench.use("limits: {per_second: 6, per_user_per_minute: 60}\n" + rules);
    bench.says(2, "x");
    assertThat(bench.verdicts())
        .containsExactly(
            Verdict.FIRED,
            Verdict.FIRED,
            Verdict.FIRED,
            Verdict.FIRED,
            Verdict.FIRED,
            Verdict.COOLDOWN,
            Verdict.FIRED,
            Verdict.COOLDOWN,
            Verdict.COOLDOWN);
  }
}
