package io.github.danmuhub.kafka.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergerTest {
  private final Heard a = Heard.in("a");
  private final Heard b = Heard.in("b");

  private static List<String> ids(List<LiveEvent> events) {
    return events.stream().map(event -> String.valueOf(event.origin().id())).toList();
  }

  private static List<String> viewers(List<LiveEvent> events) {
    return events.stream()
        .filter(Enter.class::isInstance)
        .map(event -> String.valueOf(((Enter) event).user().id()))
        .toList();
  }

  private static List<String> gaps(List<LiveEvent> events) {
    return events.stream()
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .map(gap -> gap.from() - Heard.START + "-" + (gap.to() - Heard.START))
        .toList();
  }

  @Test
  void whatBothZonesHeardIsToldOnceAndWhatOneMissedIsToldToo() {
    List<ZoneEvent> heard =
        List.of(
            a.chat("1", 10), b.chat("1", 11), b.chat("2", 20), a.chat("3", 30), b.chat("3", 31));

    assertThat(ids(Heard.merged(heard))).containsExactly("1", "2", "3");
  }

  @Test
  void anEventIsPassedOnByteForByte() {
    Heard.Kept merged = new Heard.Kept();
    Merger merger = new Merger(merged);
    ZoneEvent chat = a.chat("1", 10);

    Heard.take(merger, chat, chat.received());

    assertThat(merged.all()).singleElement().extracting(Merged::json).isSameAs(chat.json());
  }

  @Test
  void anIdOfOneTypeIsNotThatOfAnother() {
    List<ZoneEvent> heard = List.of(a.chat("1", 10), a.gift("1", 1, 1, false, 10));

    assertThat(Heard.merged(heard)).hasSize(2);
  }

  @Test
  void whatAWorkerDeliversAgainAfterACrashIsNotToldAgain() {
    ZoneEvent enter = a.enter(1, 10);
    ZoneEvent chat = a.chat("1", 11);

    assertThat(Heard.merged(List.of(enter, chat, enter, chat))).hasSize(2);
  }

  @Test
  void aZoneThatMissedAStepOfAComboAddsOnlyWhatIsNew() {
    List<ZoneEvent> heard =
        List.of(
            a.gift("m1", 3, 3, false, 10),
            b.gift("m2", 5, 5, false, 20), // it missed m1
            a.gift("m2", 2, 5, false, 21),
            b.gift("m3", 1, 6, false, 30));

    List<LiveEvent> merged = Heard.merged(heard);

    assertThat(merged)
        .extracting(event -> ((Gift) event).count(), event -> ((Gift) event).value())
        .containsExactly(
            tuple(3L, new Money(3_000, "CNY")),
            tuple(2L, new Money(2_000, "CNY")),
            tuple(1L, new Money(1_000, "CNY")));
  }

  @Test
  void whatOneMessageToldInTwoZonesIsItsSecondEvent() {
    List<ZoneEvent> heard =
        List.of(a.gift("m2", 1, 5, false, 20), b.gift("m2", 5, 5, false, 21)); // a joined late

    assertThat(ids(Heard.merged(heard))).containsExactly("m2", "m2#2");
  }

  @Test
  void theEndOfAComboIsToldOnce() {
    List<ZoneEvent> heard =
        List.of(
            a.gift("m1", 1, 1, false, 10),
            a.gift(null, 0, 1, true, 5_000),
            b.gift("m1", 1, 1, false, 5_001),
            b.gift(null, 0, 1, true, 5_002));

    assertThat(Heard.merged(heard)).extracting(e -> ((Gift) e).count()).containsExactly(1L, 0L);
  }

  @Test
  void totalsThatCountWhatAConnectionHeardAreNotCompared() {
    Heard huyaA = new Heard("a", "a", "huya");
    Heard huyaB = new Heard("b", "b", "huya");
    List<ZoneEvent> heard =
        List.of(
            huyaA.gift("1", 1, 1, false, 10),
            huyaB.gift("2", 1, 1, false, 20), // it missed the first, a the second
            huyaA.gift("3", 1, 2, false, 30),
            huyaB.gift("3", 1, 2, false, 31));

    assertThat(ids(Heard.merged(heard))).containsExactly("1", "2", "3");
  }

  @Test
  void aGapOfOneZoneIsNone() {
    List<ZoneEvent> heard =
        List.of(a.chat("1", 0), b.chat("1", 1), a.gap(100, 900), b.chat("2", 1_000));

    assertThat(gaps(Heard.merged(heard))).isEmpty();
  }

  @Test
  void ofAGapThatBothHadThePartIsToldThatBothHad() {
    List<ZoneEvent> heard =
        List.of(
            a.chat("1", 0),
            b.chat("1", 1),
            a.gap(100, 900),
            b.gap(300, 1_200),
            a.chat("2", 1_300),
            b.chat("2", 1_300));

    assertThat(gaps(Heard.merged(heard))).containsExactly("300-900");
  }

  @Test
  void aGapOfTheOnlyZoneIsToldAtOnceAndAsItIs() {
    Heard.Kept merged = new Heard.Kept();
    Merger merger = new Merger(merged);
    ZoneEvent chat = a.chat("1", 0);
    ZoneEvent gap = a.gap(100, 900);

    Heard.take(merger, chat, chat.received());
    Heard.take(merger, gap, gap.received());

    assertThat(merged.all()).hasSize(2);
    assertThat(Heard.event(merged.all().get(1).json())).isEqualTo(Heard.event(gap.json()));
  }

  @Test
  void aZoneThatHasGoneSilentDoesNotHearTheRoom() {
    List<ZoneEvent> heard =
        List.of(
            a.chat("1", 0), b.chat("1", 0), b.chat("2", 500), a.gap(100, 900), a.chat("3", 70_000));

    assertThat(gaps(Heard.merged(heard))).containsExactly("500-900");
  }

  @Test
  void whatHasNoIdIsToldByOneWorkerOnly() {
    List<ZoneEvent> heard =
        List.of(a.enter(1, 10), b.enter(1, 11), b.enter(2, 20), a.enter(2, 21), a.enter(3, 30));

    assertThat(viewers(Heard.merged(heard))).containsExactly("1", "2", "3");
  }

  @Test
  void whatTheLeadMissedInAGapAnotherTells() {
    List<ZoneEvent> heard =
        List.of(
            a.enter(1, 10),
            b.enter(1, 10),
            b.enter(2, 200),
            b.enter(3, 800),
            a.gap(100, 900),
            b.enter(4, 1_000),
            a.enter(4, 1_000));

    assertThat(viewers(Heard.merged(heard))).containsExactly("1", "2", "3", "4");
  }

  @Test
  void whatTheLeadMissedAnotherTellsWhereItNeverComesBack() {
    List<ZoneEvent> heard = new ArrayList<>(List.of(a.enter(0, 0), b.enter(0, 0)));
    for (int i = 1; i <= 40; i++) {
      heard.add(b.enter(i, 1_000L * i));
    }

    assertThat(viewers(Heard.merged(heard))).hasSize(41).doesNotHaveDuplicates();
  }

  @Test
  void aSuccessorOfTheSameZoneLeadsAtOnce() {
    Heard.Kept merged = new Heard.Kept();
    Merger merger = new Merger(merged);
    Heard successor = new Heard("a", "worker-2", "douyin");

    for (ZoneEvent event :
        List.of(a.enter(1, 10), successor.gap(20, 7_000), successor.enter(2, 7_001))) {
      Heard.take(merger, event, event.received());
    }

    assertThat(merged.all()).hasSize(3);
  }

  @Test
  void aQuietRoomDoesNotChangeItsLead() {
    List<ZoneEvent> heard = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      heard.add(a.enter(i, 30_000L * i));
      heard.add(b.enter(i, 30_000L * i + 50));
      for (int report = 1; report <= 2; report++) {
        heard.add(a.alive(30_000L * i + 10_000L * report));
        heard.add(b.alive(30_000L * i + 10_000L * report + 50));
      }
    }

    assertThat(viewers(Heard.merged(heard))).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void howAWorkersConnectionIsStaysWithItsZone() {
    List<LiveEvent> merged = Heard.merged(List.of(a.alive(0), a.chat("1", 10)));

    assertThat(merged).noneMatch(Connection.class::isInstance).hasSize(1);
  }

  @Test
  void whatComesAfterItsIdMayHaveBeenForgottenIsNotToldAgain() {
    Heard.Kept merged = new Heard.Kept();
    Merger merger = new Merger(merged);
    Heard.take(merger, a.chat("0", 0), Heard.START);
    for (int i = 1; i <= 20; i++) {
      ZoneEvent chat = a.chat(Integer.toString(i), 60_000L * i);
      Heard.take(merger, chat, chat.received());
    }

    Heard.take(merger, b.chat("0", 0), Heard.START + 20 * 60_000L);

    assertThat(merged.all()).hasSize(21);
  }
}
