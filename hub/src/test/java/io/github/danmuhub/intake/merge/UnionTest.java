package io.github.danmuhub.intake.merge;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.platform.RoomRef;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is new of an event that two inputs may tell. */
class UnionTest {
  private static final RoomRef ROOM = new RoomRef("bilibili", "1");

  private final Coverage coverage = new Coverage(2);
  private final Union union = new Union(2, coverage);

  private static Origin origin(@Nullable String id, long second) {
    long at = START + second * 1_000;
    return new Origin("bilibili", "1", id, at, at + 40, false, null);
  }

  private static LiveEvent said(@Nullable String id, long second, String text) {
    return Chat.of(origin(id, second), user(1), text);
  }

  private static Gift gift(String id, long count, long total) {
    return gift(origin(id, total), count, total);
  }

  private static Gift gift(Origin origin, long count, long total) {
    Gift.Combo combo = new Gift.Combo("c", total, false);
    Gift.Price price = Gift.Price.of(new Money(count * 100, "CNY"));
    return new Gift(origin, user(1), new Gift.Item("1", "花"), count, combo, price, null);
  }

  private boolean isNew(int input, LiveEvent event) {
    return union.add(input, event) != null;
  }

  @Test
  void whatAnotherInputToldIsNotNew() {
    assertThat(isNew(0, said("a", 1, "好"))).isTrue();
    assertThat(isNew(1, said("a", 1, "好"))).isFalse();
    assertThat(isNew(1, said("b", 1, "好"))).as("another message of the same words").isTrue();
    assertThat(isNew(0, said("b", 1, "好"))).isFalse();
  }

  @Test
  void anInputWithoutIdsIsMatchedByWhoSaidWhatWhen() {
    assertThat(isNew(0, said(null, 1, "好"))).isTrue();
    assertThat(isNew(0, said(null, 1, "好"))).as("said twice").isTrue();
    assertThat(isNew(1, said("a", 1, "好"))).isFalse();
    assertThat(isNew(1, said("b", 1, "好"))).isFalse();
    assertThat(isNew(1, said("c", 1, "好"))).isTrue();
    assertThat(isNew(0, said(null, 2, "好"))).isTrue();
  }

  @Test
  void ofAComboOnlyWhatNoInputToldIsNew() {
    assertThat(isNew(0, gift("1", 1, 1))).isTrue();
    assertThat(isNew(1, gift("1", 1, 1))).isFalse();
    assertThat(isNew(0, gift("2", 1, 2))).isTrue();
    Gift behind = (Gift) Objects.requireNonNull(union.add(1, gift("4", 3, 4)));
    assertThat(behind.count()).as("2 was told, 3 and 4 were not").isEqualTo(2);
    assertThat(behind.value()).isEqualTo(new Money(200, "CNY"));
    assertThat(isNew(0, gift("3", 1, 3))).isFalse();
    assertThat(isNew(0, gift("4", 1, 4))).isFalse();
  }

  @Test
  void aComboThatCountsPressesGoesByIds() {
    assertThat(isNew(0, gift("1", 10, 1))).isTrue();
    assertThat(isNew(1, gift("1", 10, 1))).isFalse();
    assertThat(isNew(1, gift("2", 10, 2))).isTrue();
    assertThat(isNew(0, gift("2", 10, 2))).isFalse();
  }

  /** Each input heard two of three; a total is what it heard itself. */
  @Test
  void whereATotalIsWhatOneInputHeardACombosGiftsGoByIds() {
    assertThat(isNew(1, huya("1", 1))).isTrue();
    assertThat(isNew(0, huya("2", 1))).isTrue();
    assertThat(isNew(1, huya("2", 2))).isFalse();
    assertThat(isNew(0, huya("3", 2))).isTrue();
  }

  private static Gift huya(String id, long total) {
    long at = START + Long.parseLong(id) * 1_000;
    return gift(new Origin("huya", "1", id, at, at, false, null), 1, total);
  }

  @Test
  void figuresAreThoseOfTheInputThatHeardMore() {
    coverage.heard(1, ROOM, START + 1_040);
    LiveEvent figures = new Stats(origin(null, 1), Map.of(Stats.Figure.ONLINE, 5L));
    assertThat(isNew(0, figures)).isFalse();
    assertThat(isNew(1, figures)).isTrue();
  }
}
