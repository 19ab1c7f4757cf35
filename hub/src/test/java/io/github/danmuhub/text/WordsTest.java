package io.github.danmuhub.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words chinese = Words.of(Language.CHINESE);

  @Test
  void aPhraseIsSaidInTheReadersLanguage() {
    Phrase gift = Phrase.of("line.gift", "小明", 3, "小花花");
    assertThat(Words.ENGLISH.say(gift)).isEqualTo("小明 gave 3 × 小花花");
    assertThat(chinese.say(gift)).isEqualTo("小明 送出 3 × 小花花");
  }

  @Test
  void aPhraseInAPhraseIsSaidInTheSameLanguage() {
    Phrase term = Phrase.of("line.term", Phrase.count(7, "day"));
    assertThat(Words.ENGLISH.say(term)).isEqualTo(" for 7 days");
    assertThat(chinese.say(term)).isEqualTo("（7 天）");
  }

  @Test
  void oneIsCountedInTheSingular() {
    assertThat(Phrase.count(1, "room")).hasToString("1 room");
    assertThat(Phrase.count(0, "room")).hasToString("0 rooms");
    assertThat(Phrase.count(12_345, "room")).hasToString("12,345 rooms");
  }

  @Test
  void whatIsFilledInIsNeverFilledItself() {
    assertThat(Words.ENGLISH.say("line.follow", "{0}{1}")).isEqualTo("{0}{1} follows");
    assertThat(Words.ENGLISH.say("line.gift", "a")).isEqualTo("a gave {1} × {2}");
  }

  @Test
  void aKeyWithoutWordsIsSeen() {
    assertThat(chinese.say("no.such.key", 1)).isEqualTo("no.such.key");
    assertThat(chinese.find("no.such.key")).isEmpty();
  }

  @Test
  void aListHasTheLanguagesComma() {
    Phrase list = Phrase.list(List.of("a", "b", "c"));
    assertThat(Words.ENGLISH.say(list)).isEqualTo("a, b, c");
    assertThat(chinese.say(list)).isEqualTo("a、b、c");
    assertThat(Phrase.list(List.of())).hasToString("");
  }

  @Test
  void theVariableGoesBeforeTheLocaleAndEnglishIsLast() {
    assertThat(Language.of(Map.of(), Locale.SIMPLIFIED_CHINESE)).isEqualTo(Language.CHINESE);
    assertThat(Language.of(Map.of(), Locale.FRENCH)).isEqualTo(Language.ENGLISH);
    assertThat(Language.of(Map.of("DANMU_LANG", "en"), Locale.CHINESE)).isEqualTo(Language.ENGLISH);
    assertThat(Language.of(Map.of("DANMU_LANG", "zh_CN.UTF-8"), Locale.FRENCH))
        .isEqualTo(Language.CHINESE);
    assertThat(Language.of(Map.of("DANMU_LANG", "zhuang"), Locale.FRENCH))
        .isEqualTo(Language.ENGLISH);
  }
}
