package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.text.LatinWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
  private final Path dir;

  RulesCommandTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text).toString();
  }

  private String recording() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      Numbered event = new Numbered(i, SampleEvents.chat(i * 500L, i, i % 2 == 0 ? "hi" : "no"));
      lines.add(new String(EventWriter.write(event), UTF_8));
    }
    return file("recording.jsonl", String.join("\n", lines) + "\n");
  }

  @Test
  void everyFaultIsToldWithItsPlace() throws Exception {
    String bad = file("bad.yaml", "version: 1\nrules:\n- {id: a, on: chat, do: {sing: x}}\n- x\n");
    Run run = Run.danmu(List.of("rules", "check", bad));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains(bad + ", line 3, column 26: 'sing' is no step"))
        .anyMatch(line -> line.contains(bad + ", line 4, column 3: a rule has keys"));
  }

  @Test
  void aGoodFileIsCounted() throws Exception {
    String good = file("good.yaml", "version: 1\nrules: [{id: a, on: chat, do: {say: x}}]\n");
    Run run = Run.danmu(List.of("rules", "check", good));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo("good: 1 rule\n");
  }

  @Test
  void aFileThatIsNotThereIsToldInOneLine() throws Exception {
    Run run = Run.danmu(List.of("rules", "check", dir.resolve("absent.yaml").toString()));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1).first().asString().endsWith("no such file");
  }

  @Test
  void devicesAreThoseOfTheConfiguration() throws Exception {
    String rules =
        file(
            "rules.yaml",
            "version: 1\nrules: [{id: a, on: chat, do: {mqtt: {name: lamp, text: on}}}]\n");
    assertThat(Run.danmu(List.of("rules", "check", rules)).exit()).isZero();
  }

  @Test
  void aRecordingIsPlayedTheSameEachTime() throws Exception {
    String rules =
        file(
            "rules.yaml",
            """
            version: 1
            rules:
            - id: a
              on: chat
              when: {text: hi}
              limit: {cooldown: 2s}
              do: [{choose: [{do: [{say: "{user.name}"}]}, {do: [{overlay: other}]}]}]
            """);
    List<String> command =
        List.of("rules", "test", rules, "--recording", recording(), "--seed", "3");
    Run first = Run.danmu(command);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out().lines()).hasSizeGreaterThan(10);
    assertThat(first.out()).contains("\"verdict\":\"fired\"", "\"verdict\":\"cooldown\"");
    assertThat(Run.danmu(command).out()).isEqualTo(first.out());
  }

  @Test
  void whoLooksAtATerminalReadsWordsInTheirLanguage() throws Exception {
    String rules =
        file(
            "rules.yaml",
            """
            version: 1
            votes: {v: {window: 2s, options: [hi, "no"], starts: on_vote}}
            rules:
            - {id: a, on: chat, when: {text: hi}, overlap: true, limit: {cooldown: 2s}, do: {say: "token=abc {user.name}"}}
            - {id: b, on: chat, when: {text: hi}, overlap: true, do: [{wait: 1s}], finally: {overlay: end}}
            """);
    String[] command = {"rules", "test", rules, "--recording", recording(), "--all", "--lang=zh"};
    String words = Run.inTerminal(Map.of(), command).out();
    assertThat(words.lines()).allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d .*"));
    assertThat(words)
        .contains("a：已触发", "a：冷却中", "还有 1 秒", "a：不符合", "a → say：token=***")
        .contains("b → overlay：end（收尾）", "投票 v：", "胜出")
        .doesNotContain("{", "abc");
    String own =
        words.replaceAll("token=\\S+|\\b(?:end|hi|say)\\b|user \\d+", ""); // written in the file
    assertThat(LatinWords.strange(own)).isEmpty();
    String json = Run.danmu(command).out();
    assertThat(json.lines()).hasSameSizeAs(words.lines().toList());
    command[6] = "--json";
    assertThat(Run.inTerminal(Map.of(), command).out()).isEqualTo(json);
  }

  /** Sets and maps of the JDK have another order in each process. */
  @Test
  void anotherProcessPlaysItTheSameByteForByte() throws Exception {
    String rules =
        file(
            "rules.yaml",
            """
            version: 1
            seed: 5
            groups: {g: {cooldown: 1s}, h: {cooldown: 2s}, i: {cooldown: 3s}}
            queues: {q: {size: 3, ttl: 2s}, r: {size: 2}}
            counters: {one: {persist: true}, two: {}, three: {}}
            votes:
              v: {window: 2s, options: [hi, "no", maybe], tie: random, draw: 2, starts: always}
              w: {window: 3s, options: {hi: x, "no": y}, starts: on_vote, tie: random}
            rules:
            - id: a
              on: [chat, gift, follow]
              when: {platform: [bilibili, douyin, huya], any: [{room: "bilibili:545068"}, {not: {platform: huya}}]}
              limit: {group: g, cools: [h, i], exempt: [anchor, moderator]}
              queue: {size: 2}
              do: [{choose: [{do: [{say: a}]}, {weight: 2, do: [{say: b}]}, {do: [{say: c}]}]}, {wait: 300ms}, {say: end}]
            - {id: b, on: {vote: v}, queue: q, do: [{counter: {name: one, add: 1}}, {say: "{vote.winner} {vote.drawn} {counter.one}"}]}
            - {id: c, on: {vote: w}, queue: r, do: [{http: {name: x, fields: {p: "1", q: "2", r: "3", s: "{vote.count}"}}}]}
            - {id: d, on: {every: 1s}, do: [{run: {name: p, arguments: [a, b, c]}}]}
            """);
    String[] command = {"rules", "test", rules, "--recording", recording(), "--all"};
    Run here = Run.danmu(List.of(command));
    assertThat(here.exit()).as(here.err()).isZero();
    assertThat(here.out()).contains("\"winner\"", "\"fields\"", "\"arguments\"");
    try (Child other = Child.danmu(dir, command)) {
      assertThat(other.exit()).as(other.err()).isZero();
      assertThat(other.out()).isEqualTo(here.out());
    }
  }
}
