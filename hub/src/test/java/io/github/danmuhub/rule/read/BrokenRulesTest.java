package io.github.danmuhub.rule.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.rule.Kinds;
import io.github.danmuhub.yaml.Fault;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the file: it is told in words, and nothing is thrown. */
class BrokenRulesTest {
  private static final String GOOD =
      """
      version: 1
      groups: {toys: {cooldown: 2s}}
      counters: {n: {persist: true}}
      votes: {v: {window: 1s, options: [a, b], weight: {member: 2, gift: 1 CNY}}}
      rules:
      - id: a
        on: [chat, {every: 5s}]
        when: {text: {regex: "a{3}"}, any: [{roles: vip}, {user.level: {gte: 3}}]}
        limit: {group: toys, cooldown: 1s}
        queue: {size: 2}
        do: [{wait: 1s}, {choose: [{do: [{toy: {device: ball, angle: 3}}]}]}, {counter: {name: n, add: 1}}]
        finally: [{toy: {device: laser, for: 0s}}]
      """;

  @Provide
  Arbitrary<String> broken() {
    Arbitrary<String> noise =
        Arbitraries.of(
            "",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "\n",
            "  ",
            "-",
            "&x ",
            "*x",
            "!!int ",
            "'",
            "\"",
            "{{",
            "<<: ",
            "|",
            "0",
            "99999999999999999999",
            "\u0000",
            "\ud83d",
            "a{1000}",
            "~");
    return Combinators.combine(
            Arbitraries.integers().between(0, GOOD.length()),
            Arbitraries.integers().between(0, 6),
            noise)
        .as(
            (at, cut, put) ->
                GOOD.substring(0, at) + put + GOOD.substring(Math.min(GOOD.length(), at + cut)));
  }

  @Property
  void nothingIsThrownAndEveryFaultHasAPlace(@ForAll("broken") String yaml) {
    Checked checked = RulesReader.read(yaml, Kinds.ALL);
    for (Fault fault : checked.faults()) {
      assertThat(fault.place().line()).isPositive();
      assertThat(fault.place().column()).isPositive();
      assertThat(fault.words().toString()).isNotBlank().doesNotContain("\n");
    }
  }
}
