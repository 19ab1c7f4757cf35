package io.github.danmuhub.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void anEscapeSequenceOfAStrangerCannotReachTheTerminal() {
    assertThat(Printable.line("a\u001b[2Jb\r\n")).isEqualTo("a␛[2Jb␍␊");
  }

  @Test
  void textThatRunsBackwardsIsMadeVisible() {
    assertThat(Printable.line("a\u202eb")).isEqualTo("a□b");
  }

  @Test
  void composedEmojiStayWhole() {
    String family = "👨\u200d👩\u200d👧";
    assertThat(Printable.line(family)).isEqualTo(family);
  }

  @Property
  void nothingPrintableHoldsAControlCharacter(@ForAll String text) {
    assertThat(Printable.line(text).codePoints()).noneMatch(Character::isISOControl);
  }
}
