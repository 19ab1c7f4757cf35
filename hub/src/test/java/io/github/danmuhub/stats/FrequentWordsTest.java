package io.github.danmuhub.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What most messages say. */
class FrequentWordsTest {
  private final FrequentWords words = new FrequentWords();

  private void say(int times, String... messages) {
    for (String message : messages) {
      for (int i = 0; i < times; i++) {
        words.add(message);
      }
    }
  }

  @Test
  void wordsOfALanguageThatPartsThemAreThoseBetweenTheBlanks() {
    say(5, "Hello cat!");
    say(3, "cat, cat, CAT");
    assertThat(words.top(10))
        .containsExactly(new Report.Word("cat", 8), new Report.Word("hello", 5));
  }

  @Test
  void whatStandsInLongerWordsOnlyIsNotToldBesideThem() {
    say(5, "逗猫棒快一点");
    say(5, "第一次看到逗猫棒");
    assertThat(words.top(10))
        .containsExactly(
            new Report.Word("逗猫棒", 10),
            new Report.Word("第一次看到逗猫棒", 5),
            new Report.Word("逗猫棒快一点", 5));
  }

  @Test
  void laughterOfAnyLengthIsOneWord() {
    say(2, "哈哈哈哈哈", "哈哈哈", "66666666", "666");
    assertThat(words.top(10)).containsExactly(new Report.Word("666", 4), new Report.Word("哈哈哈", 4));
  }

  @Test
  void whatFewSayIsLeftOut() {
    say(2, "一次");
    words.add("another");
    assertThat(words.top(10)).isEmpty();
  }

  @Test
  void whatIsFrequentIsKeptAmongManyThatAreNot() {
    for (int i = 0; i < 120_000; i++) {
      words.add("word" + i);
      if (i % 10 == 0) {
        words.add("often");
      }
    }
    assertThat(words.top(1)).containsExactly(new Report.Word("often", 12_000));
  }
}
