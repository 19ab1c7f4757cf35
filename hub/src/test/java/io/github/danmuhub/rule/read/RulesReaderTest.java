package io.github.danmuhub.rule.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.rule.Kinds;
import io.github.danmuhub.rule.model.Lane;
import io.github.danmuhub.rule.model.Rule;
import io.github.danmuhub.yaml.Fault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All that is wrong is told at once, with line and column. */
class RulesReaderTest {
  private static List<String> faults(String yaml) {
    return RulesReader.read(yaml, Kinds.ALL).faults().stream().map(Fault::toString).toList();
  }

  /** Of one rule on chat, whose lines begin at line 3. */
  private static List<String> faultsOf(String... lines) {
    return faults("version: 1\nrules:\n- id: a\n  " + String.join("\n  ", lines) + "\n");
  }

  @Test
  void aGoodFileHasNoFaults() {
    Checked checked =
        RulesReader.read(
            """
            version: 1
            zone: Asia/Shanghai
            groups: {toys: {cooldown: 2s}}
            queues: {laser: {size: 3, when_full: drop_oldest, ttl: 15s, coalesce: true}}
            counters: {cheers: {persist: true}}
            votes:
              toy: {window: 10s, options: {小球: ball, 007: laser, on: wand}, tie: first}
            rules:
              - id: laser
                on: chat
                when:
                  text: {any_of: [激光, laser, 1, no]}
                  badge.level: {gte: 1}
                  any:
                    - roles: [member]
                    - counter.cheers: {gte: 3}
                  not: {user.name: bot}
                limit: {cooldown: 10s, user_cooldown: 1m, group: toys, exempt: [anchor]}
                queue: laser
                do:
                  - toy: {device: laser, angle: "{badge.level}", for: 1.5s}
                  - wait: 500ms
                  - choose:
                      - {weight: 3, do: [{say: "{user.name} {{laser}}"}]}
                      - {do: [{counter: {name: cheers, add: 1}}]}
                finally: [{toy: {device: laser, for: 0s}}]
              - id: rocket
                on: gift
                when: {value: {gte: 50 CNY}}
                combo: {window: 4s}
                do: {say: "谢谢 {user.name} 的 {count} 个 {gift.name}"}
              - id: won
                on: {vote: toy}
                do: [{toy: {device: "{vote.winner}"}}]
            """,
            Kinds.ALL);
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.rules().rules())
        .extracting(Rule::id)
        .containsExactly("laser", "rocket", "won");
    assertThat(requireNonNull(checked.rules().votes().get("toy")).options())
        .containsOnlyKeys("小球", "007", "on");
    assertThat(checked.rules().rules().get(0).lane())
        .isEqualTo(new Lane("laser", Lane.Mode.QUEUE, 3, Lane.WhenFull.DROP_OLDEST, 15_000, true));
  }

  @Test
  void unknownKeysAreToldWithThoseThatAreKnown() {
    assertThat(faultsOf("on: chat", "wen: {text: a}", "do: {say: hi}"))
        .containsExactly(
            "line 5, column 3: unknown key 'wen'; known here: combo, count, do, dry_run, finally,"
                + " id, limit, mode, on, overlap, queue, when");
    assertThat(faultsOf("on: chat", "when: {txt: a}", "do: {say: hi}"))
        .singleElement()
        .asString()
        .startsWith("line 5, column 10: unknown key 'txt'; known here: all, any, badge.level");
    assertThat(faultsOf("on: chat", "do: [{sai: hi}]"))
        .containsExactly(
            "line 5, column 9: 'sai' is no step; known: call, choose, counter, say, toy, vote,"
                + " wait");
  }

  @Test
  void unknownVariablesAreToldWhereTheyStand() {
    assertThat(faultsOf("on: chat", "do: [{say: 'hi {usr.name}'}]"))
        .singleElement()
        .asString()
        .startsWith("line 5, column 18: unknown variable {usr.name}; known here: badge.level");
    assertThat(faultsOf("on: [chat, gift]", "do: [{say: '{gift.name}'}]"))
        .singleElement()
        .asString()
        .startsWith("line 5, column 15: {gift.name} is not there when chat triggers the rule");
    assertThat(faultsOf("on: chat", "do: [{say: '{counter.x}'}]"))
        .containsExactly(
            "line 5, column 15: there is no counter 'x' in this file; known: there is none");
    assertThat(faultsOf("on: chat", "do: [{say: 'a {b'}]"))
        .containsExactly("line 5, column 17: a { without its }: write {{ where a brace is meant");
  }

  @Test
  void rulesThatCanNeverFireAreTold() {
    assertThat(faultsOf("on: chat", "when: {gift.name: x}", "do: {say: hi}"))
        .singleElement()
        .asString()
        .startsWith("line 5, column 10: this rule can never fire: chat has no 'gift.name'");
    assertThat(faultsOf("on: gift", "when: {count: {gte: 5, lt: 5}}", "do: {say: hi}"))
        .containsExactly("line 5, column 17: nothing is ever within these bounds");
    assertThat(faultsOf("on: chat", "when: {text: \"\\u200b\"}", "do: {say: hi}"))
        .containsExactly("line 5, column 16: no text is ever like this: nothing of it can be seen");
    assertThat(faultsOf("on: chat", "when: {text: {exact: abc, starts: b}}", "do: {say: hi}"))
        .containsExactly("line 5, column 9: this rule can never fire: no text is like this");
    assertThat(
            faultsOf(
                "on: gift",
                "when: {platform: bilibili, value: {gte: 1 douyin:diamond}}",
                "do: {say: hi}"))
        .containsExactly(
            "line 5, column 9: this rule can never fire: coins of douyin are not given on"
                + " bilibili");
  }

  @Test
  void amountsCarryTheirCurrencyAndOnlyOne() {
    assertThat(faultsOf("on: gift", "when: {value: {gte: 50}}", "do: {say: hi}"))
        .containsExactly(
            "line 5, column 23: an amount with its currency is needed here, such as 50 CNY or 100"
                + " douyin:diamond");
    assertThat(faultsOf("on: gift", "when: {value: {gte: 50 CNY, lt: 9 USD}}", "do: {say: hi}"))
        .containsExactly(
            "line 5, column 35: USD cannot be compared with CNY: write a condition for each"
                + " currency");
  }

  @Test
  void patternsAreRefusedAtTheirColumn() {
    assertThat(faultsOf("on: chat", "when: {text: {regex: 'ab(?=c)'}}", "do: {say: hi}"))
        .containsExactly("line 5, column 27: look-around ((?=) is refused: it cannot be bounded");
  }

  @Test
  void oneWordForTwoRulesIsTold() {
    String two =
        """
        version: 1
        rules:
        - {id: a, on: chat, when: {text: [hello, hi]}, do: [{say: a}]}
        - {id: b, on: chat, when: {text: ＨＩ}, do: [{say: b}]}
        """;
    assertThat(faults(two))
        .containsExactly(
            "line 4, column 8: 'hi' sets off the rule 'a' too (line 3): write overlap: true where"
                + " that is meant");
    assertThat(faults(two.replace("id: b,", "id: b, overlap: true,"))).isEmpty();
    assertThat(faults(two.replace("{text: ＨＩ}", "{text: hi, roles: vip}"))).isEmpty();
    assertThat(faults(two.replace("{text: ＨＩ}", "{text: {contains: hell}}"))).hasSize(1);
  }

  @Test
  void whatIsNamedMustBeThere() {
    assertThat(faultsOf("on: {vote: x}", "limit: {group: y, cools: z}", "queue: q", "do: {say: a}"))
        .containsExactly(
            "line 4, column 14: there is no vote 'x' in this file; known: there is none",
            "line 5, column 18: there is no group 'y' in this file; known: there is none",
            "line 5, column 28: there is no group 'z' in this file; known: there is none",
            "line 6, column 10: there is no queue 'q' in this file; known: there is none");
  }

  @Test
  void actionsAreHeldAgainstTheirKind() {
    assertThat(faultsOf("on: chat", "do: [{toy: {device: lazer, angle: x, for: 5, speed: 1}}]"))
        .containsExactly(
            "line 5, column 23: 'lazer' is not known here: write one of ball, laser, wand",
            "line 5, column 37: a whole number is needed here",
            "line 5, column 45: a duration is needed here, such as 500ms, 10s, 5m or 2h",
            "line 5, column 48: unknown key 'speed'; known here: angle, device, for, gently");
    assertThat(faultsOf("on: chat", "do: [{toy: {angle: 1}}]"))
        .containsExactly("line 5, column 14: toy needs 'device'");
  }

  @Test
  void theSameIdTwiceIsTold() {
    assertThat(
            faults(
                """
                version: 1
                rules:
                - {id: a, on: follow, do: {say: a}}
                - {id: a, on: share, do: {say: a}}
                """))
        .containsExactly("line 4, column 8: another rule is called 'a', on line 3");
  }

  @Test
  void tenThousandRulesAreRead() {
    String many =
        IntStream.range(0, 10_000)
            .mapToObj(
                i -> "- {id: r%d, on: chat, when: {text: w%d}, do: [{say: x}]}".formatted(i, i))
            .collect(Collectors.joining("\n", "version: 1\nrules:\n", "\n"));
    Checked checked = RulesReader.read(many, Kinds.ALL);
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.rules().rules()).hasSize(10_000);
  }

  @Test
  void aFileThatIsNoFileOfRulesIsToldInWords() {
    assertThat(faults("- a\n")).contains("line 1, column 1: keys are needed here, not a list");
    assertThat(faults("hello")).contains("line 1, column 1: keys are needed here, not a text");
    assertThat(faults("")).containsExactly("line 1, column 1: the key 'version' is missing here");
    assertThat(faults("version: 2\n")).containsExactly("line 1, column 10: must be 1 to 1");
  }
}
