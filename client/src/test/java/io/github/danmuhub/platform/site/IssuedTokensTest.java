package io.github.danmuhub.platform.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IssuedTokensTest {
  private final IssuedTokens<String> tokens = new IssuedTokens<>(new SplittableRandom(1), 12);

  @Test
  void aTokenOpensWhatItWasIssuedForAndOthersOpenNothing() {
    String cats = tokens.issue("cats");
    String dogs = tokens.issue("dogs");

    assertThat(cats).isNotEqualTo(dogs);
    assertThat(tokens.find(cats)).contains("cats");
    assertThat(tokens.find(dogs)).contains("dogs");
    assertThat(tokens.find("made up")).isEmpty();
  }

  @Test
  void theEldestExpireSoThatTheyCannotPileUp() {
    String first = tokens.issue("first");
    for (int i = 0; i < 20_000; i++) {
      tokens.issue("more");
    }

    assertThat(tokens.find(first)).isEmpty();
  }
}
