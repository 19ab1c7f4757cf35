package io.github.danmuhub.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private final Words chinese = Words.of(Language.CHINESE);

  @Test
  void aSentenceOfTheLibraryIsSaidInTheReadersLanguage() {
    assertThat(chinese.sentence("heartbeat reply")).isEqualTo("心跳的回答");
    assertThat(Words.ENGLISH.sentence("heartbeat reply")).isEqualTo("heartbeat reply");
    assertThat(chinese.say(Phrase.of("inspect.problem", Phrase.library("line 3: cut off"))))
        .isEqualTo("问题：第 3 行：不完整");
  }

  @Test
  void whatIsFilledInIsSaidByTheSameTable() {
    assertThat(chinese.sentence("the token; it may hold the token")).isEqualTo("口令；里面可能有口令");
  }

  @Test
  void aStrangeSentenceStaysAsItCame() {
    assertThat(chinese.sentence("nobody has said this before"))
        .isEqualTo("nobody has said this before");
    assertThat(chinese.sentence("line $1 {0}: \\E")).isEqualTo("第 $1 {0} 行：\\E");
  }

  @Test
  void eachSentenceStandsOnceAndNoLatinWordInItsChinese() {
    Map<String, Set<String>> strange = new HashMap<>();
    List<String> lines =
        Sentences.lines("sentences_zh.txt").stream().filter(l -> l.contains("\t")).toList();
    assertThat(lines)
        .hasSizeGreaterThan(100)
        .extracting(l -> l.split("\t", -1)[0])
        .doesNotHaveDuplicates();
    for (String line : lines) {
      Set<String> latin = LatinWords.strange(line.split("\t", -1)[1]);
      if (!latin.isEmpty()) {
        strange.put(line, latin);
      }
    }
    assertThat(strange).isEmpty();
  }
}
