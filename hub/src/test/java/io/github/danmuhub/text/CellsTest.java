package io.github.danmuhub.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource({"live, 4", "猫房, 4", "ｗ。, 4", "🎁, 2", "e\u0301, 1", "a\u200bb, 2", "'', 0"})
  void wideCharactersTakeTwoCellsAndMarksNone(String text, int cells) {
    assertThat(Cells.width(text)).isEqualTo(cells);
  }

  @ParameterizedTest
  @CsvSource({"猫房间, 6, 猫房间", "猫房间, 5, 猫房…", "猫房间, 4, 猫…", "a猫, 2, a…", "🎁🎁, 3, 🎁…"})
  void whatIsTooWideIsCutBetweenCharacters(String text, int cells, String fitting) {
    assertThat(Cells.fit(text, cells)).isEqualTo(fitting);
    assertThat(Cells.width(fitting)).isLessThanOrEqualTo(cells);
  }

  @ParameterizedTest
  @CsvSource({"猫, 4, '  猫'", "猫房间, 4, 猫房间"})
  void alignsByCells(String text, int cells, String aligned) {
    assertThat(Cells.alignRight(text, cells)).isEqualTo(aligned);
  }
}
