package io.github.danmuhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Connection.Counts;
import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Cells;
import io.github.danmuhub.text.Language;
import io.github.danmuhub.text.Words;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTextTest {
  private static final Health CALM = new Health(2_000, 30, new Counts(90, 12_408, 0, 0, 0, 0, 0));
  private static final Health WORST =
      new Health(86_400_000, 30, new Counts(9, 12_345_678, 98_765, 4_321, 1_234_567, 4_999, 0));

  private final StatusText english = new StatusText(Words.ENGLISH);

  private static StatusText.Room room(String platform, String id, State state, Health health) {
    return new StatusText.Room(new RoomRef(platform, id), state, health);
  }

  private static StatusText.Room room(Health health) {
    return room("bilibili", "21452505", State.LIVE, health);
  }

  @Test
  void countersThatStandAtZeroSayNothing() {
    assertThat(english.of(List.of(room(CALM))))
        .isEqualTo("bilibili:21452505 live · 2 s ago · 12,408 events");
    assertThat(english.of(List.of(room(Health.NONE))))
        .isEqualTo("bilibili:21452505 live · nothing yet");
  }

  @Test
  void whatWentWrongIsCounted() {
    Health health = new Health(2_000, 30, new Counts(90, 1, 2, 1, 3, 1, 0));
    assertThat(english.of(List.of(room("huya", "6", State.LIVE, health))))
        .isEqualTo("huya:6 live · 2 s ago · 3 dropped · 1 event · 1 reconnect · 1 malformed");
    assertThat(english.of(List.of(room(health)))).endsWith("· 3 dropped · 1 event · 1 reconnect");
  }

  @Test
  void threeRoomsShowTheirStatesAndWhenTheyWereHeard() {
    List<StatusText.Room> rooms =
        List.of(
            room(CALM),
            room("douyin", "80017709309", State.LIVE, CALM),
            room("huya", "660000", State.WAITING, CALM));
    assertThat(english.of(rooms))
        .isEqualTo(
            "21452505 live · 2 s ago │ 80017709309 live · 2 s ago │ 660000 waiting · 2 s ago");
    assertThat(new StatusText(Words.of(Language.CHINESE)).of(List.of(room(CALM))))
        .isEqualTo("bilibili:21452505 已连接 · 2 秒前有数据 · 12,408 条");
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void noTerminalOfEightyColumnsWrapsItWhateverIsCountedAndInAnyLanguage(State state) {
    for (Language language : Language.values()) {
      for (int rooms = 0; rooms <= 12; rooms++) {
        String longest = "a".repeat(60);
        for (Health health : List.of(CALM, WORST, Health.NONE)) {
          StatusText text = new StatusText(Words.of(language));
          for (String id : List.of("6", "12345678901", "猫".repeat(20), longest)) {
            String line = text.of(Collections.nCopies(rooms, room("bilibili", id, state, health)));
            assertThat(Cells.width(line)).as(line).isLessThan(80);
          }
        }
      }
    }
  }
}
