package io.github.danmuhub.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.rule.read.RulesReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleReplayTest {
  private static final String RULES =
      """
      version: 1
      votes: {toy: {window: 5s, options: [ball, wand], starts: on_vote, tie: random}}
      rules:
        - id: a
          on: chat
          when: {text: {contains: a}}
          limit: {cooldown: 3s}
          do: [{choose: [{do: [{say: "one {user.name}"}]}, {do: [{say: two}]}]}, {wait: 2s}, {say: end}]
        - {id: won, on: {vote: toy}, do: {say: "{vote.winner}"}}
      """;

  private static List<String> played(long seed, boolean all) {
    List<String> lines = new ArrayList<>();
    RuleReplay replay =
        new RuleReplay(
            RulesReader.read(RULES, Map.of("say", Kinds.SAY)).rules(),
            seed,
            all,
            line -> lines.add(line.json().toString()));
    for (int i = 0; i < 50; i++) {
      String text = i % 3 == 0 ? "ball" : i % 3 == 1 ? "wand" : "hello";
      replay.hear(new Numbered(i + 1, SampleEvents.chat(i * 700L, i % 7, text)));
    }
    replay.end();
    return lines;
  }

  @Test
  void theSameSeedTellsTheSame() {
    assertThat(played(7, true)).isEqualTo(played(7, true)).isNotEqualTo(played(8, true));
  }

  @Test
  void timeIsTheRecordings() {
    List<String> lines = played(7, false);
    assertThat(lines.get(0))
        .startsWith("{\"at\":\"2026-11-21T08:00:00Z\",\"rule\":\"a\",\"on\":\"chat\"")
        .contains("\"verdict\":\"fired\",\"seq\":1,\"room\":\"bilibili:545068\"");
    assertThat(lines.get(1)).contains("\"action\":\"say\"");
    assertThat(lines).anyMatch(line -> line.contains("\"remaining_ms\":2300"));
    assertThat(lines).noneMatch(line -> line.contains("no_match"));
    assertThat(played(7, true)).anyMatch(line -> line.contains("\"no_match\",\"why\":\"text\""));
  }

  @Test
  void votesEndInTheirTime() {
    assertThat(played(7, false))
        .filteredOn(line -> line.contains("\"vote\":\"toy\""))
        .hasSizeGreaterThan(4)
        .first()
        .asString()
        .startsWith("{\"at\":\"2026-11-21T08:00:05Z\"")
        .contains("\"open\":false");
  }
}
