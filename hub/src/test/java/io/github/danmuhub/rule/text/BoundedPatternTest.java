package io.github.danmuhub.rule.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ab(?=c)         | 2  | look-around",
        "ab(?<!c)        | 2  | look-around",
        "(a)b\\1         | 4  | back-references",
        "\\k<name>       | 0  | back-references",
        "(a{1000}){1000} | 9  | the product of nested repeats is 1000000",
        "(?:a{40}b){30}  | 10 | the product of nested repeats is 1200",
        "a{1001}         | 1  | the product of nested repeats is 1001",
        "ab(c            | 0  | this is no pattern"
      })
  void whatCannotBeBoundedIsRefusedWhereItStands(String pattern, int at, String words) {
    assertThatThrownBy(() -> BoundedPattern.of(pattern))
        .isInstanceOfSatisfying(BadPatternException.class, e -> assertThat(e.at()).isEqualTo(at))
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a{10}){100}",
        "[(?=]{2}",
        "\\Q(?=)\\E",
        "(a+)+$",
        "a{2}b{900}",
        "[]{9}]",
        "[[:alpha:]]{3}",
        "\\d{3,}",
        "(?i)hello",
        "{",
        "a{,5}",
        "(?P<name>x)"
      })
  void whatRe2CanDoIsLeftToIt(String pattern) throws Exception {
    assertThat(BoundedPattern.of(pattern)).hasToString(pattern);
  }

  @Test
  void twoHundredCharactersAreTheMost() throws Exception {
    assertThat(BoundedPattern.of("a".repeat(200)).isIn("b")).isFalse();
    assertThatThrownBy(() -> BoundedPattern.of("a".repeat(201)))
        .hasMessageContaining("at most 200");
  }

  @Test
  void aPatternIsFoundAnywhere() throws Exception {
    assertThat(BoundedPattern.of("^点歌\\s+(.+)").isIn("点歌 晴天")).isTrue();
    assertThat(BoundedPattern.of("\\d{6}").isIn("room 545068!")).isTrue();
  }
}
