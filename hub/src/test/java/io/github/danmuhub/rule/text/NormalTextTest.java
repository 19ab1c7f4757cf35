package io.github.danmuhub.rule.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NormalTextTest {
  @Test
  void fullWidthFormsAndCapitalsAreTheSame() {
    assertThat(NormalText.of("　ＡＢＣ１２３！ ")).isEqualTo("abc123!");
    assertThat(NormalText.of("６６６")).isEqualTo("666");
  }

  @Test
  void whatCannotBeSeenIsGone() {
    assertThat(NormalText.of("小\u200b球\ufeff\u2060")).isEqualTo("小球");
    assertThat(NormalText.of("❤️")).isEqualTo("❤");
    assertThat(NormalText.of("\u200b \u3164")).isEmpty();
  }

  @Test
  void onlyTheFirstFiveHundredCodePointsAreSeen() {
    String cats = "🐱".repeat(600);
    assertThat(NormalText.of(cats).codePointCount(0, NormalText.of(cats).length())).isEqualTo(500);
    assertThat(NormalText.of("\ufdfa".repeat(500)).codePoints().count()).isLessThanOrEqualTo(500);
  }

  @Test
  void patternsSeeCapitals() {
    assertThat(NormalText.cleaned(" ＡBc ")).isEqualTo("ABc");
  }

  @Property
  void anyTextHasOneNormalForm(@ForAll String text) {
    String normal = NormalText.of(text);
    assertThat(normal.codePoints().count()).isLessThanOrEqualTo(500);
    assertThat(normal).isEqualTo(normal.strip());
  }
}
