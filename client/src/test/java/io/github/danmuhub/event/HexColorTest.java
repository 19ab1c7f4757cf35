package io.github.danmuhub.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexColorTest {
  @ParameterizedTest
  @ValueSource(strings = {"#000000", "#2A60B2", "#FFFFFF"})
  void aColourIsWrittenAsItWasRead(String text) {
    assertThat(HexColor.text(HexColor.parse(text))).isEqualTo(text);
  }

  @Test
  void smallLettersAreReadToo() {
    assertThat(HexColor.parse("#2a60b2")).isEqualTo(0x2A60B2);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "#", "2A60B2", "#2A60B", "#2A60B2F", "#2A60G2", "#-2A60B", "red"})
  void whatIsNoColourIsNone(String text) {
    assertThat(HexColor.parse(text)).isEqualTo(Chat.NO_COLOR);
    assertThat(HexColor.text(Chat.NO_COLOR)).isNull();
  }
}
