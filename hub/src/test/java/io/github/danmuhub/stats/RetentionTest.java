package io.github.danmuhub.stats;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who stays, and who wins at blind boxes. */
class RetentionTest {
  private static final long MINUTE = 60_000;

  private static List<Report.Retained> of(long end, List<LiveEvent> events) {
    return all(end, events).later();
  }

  private static Report.Retention all(long end, List<LiveEvent> events) {
    Retention retention = new Retention(START);
    events.forEach(event -> retention.accept(event, event.origin().received()));
    return retention.report(START + end);
  }

  @Test
  void whoIsSeenLaterStayed() {
    List<LiveEvent> events =
        List.of(
            new Enter(origin(0), user(1), null),
            chat(10_000, 2, "二"),
            gift(20_000, 3, "花", 1, 100),
            chat(MINUTE, 2, "还在"),
            chat(5 * MINUTE, 1, "五分钟"),
            chat(20 * MINUTE, 3, "二十分钟"));
    assertThat(of(20 * MINUTE, events))
        .containsExactly(
            new Report.Retained(5, 3, 2),
            new Report.Retained(15, 3, 1),
            new Report.Retained(60, 0, 0));
  }

  @Test
  void minutesOfGapsAndPeopleWithoutAnIdAreLeftOut() {
    List<LiveEvent> events =
        List.of(
            new Enter(origin(0), user(1), null),
            new Enter(origin(0), User.of(null, "神***秘"), null),
            new Enter(origin(3 * MINUTE), user(2), null),
            new Gap(origin(6 * MINUTE), START + 5 * MINUTE + 1, START + 5 * MINUTE + 2, "reset"),
            chat(9 * MINUTE, 1, "一"),
            chat(9 * MINUTE, 2, "二"));
    assertThat(of(10 * MINUTE, events).get(0)).isEqualTo(new Report.Retained(5, 1, 1));
  }

  @Test
  void eachMinuteHasItsOwnViewersAndWhatNobodyCanKnowIsNotCounted() {
    List<LiveEvent> events =
        List.of(
            new Enter(origin(0), user(1), null),
            new Enter(origin(1_000), user(2), null),
            new Enter(origin(2 * MINUTE), user(3), null),
            chat(6 * MINUTE, 1, "一"),
            new Gap(origin(8 * MINUTE), START + 7 * MINUTE + 1, START + 7 * MINUTE + 2, "reset"),
            chat(16 * MINUTE, 3, "三"));
    assertThat(all(16 * MINUTE, events).cohorts())
        .containsExactly(
            new Report.Cohort(0, 2, List.of(1, 0, -1)),
            new Report.Cohort(2, 1, List.of(-1, -1, -1)));
  }

  @Test
  void aBlindBoxIsWonOrLost() {
    BlindBoxes boxes = new BlindBoxes();
    boxes.accept(box(1, 2, 30_000, 10_000));
    boxes.accept(box(2, 1, 15_000, 520_000));
    boxes.accept(box(1, 1, 15_000, 15_000));
    boxes.accept(gift(0, 3, "花", 1, 100));
    Report.BlindBoxes report = boxes.report(10);
    assertThat(report.opened()).isEqualTo(4);
    assertThat(report.paid()).isEqualTo(60_000);
    assertThat(report.worth()).isEqualTo(545_000);
    assertThat(report.top()).extracting(Report.Boxes::profit).containsExactly(-20_000L, 505_000L);
  }

  private static Gift box(int user, long count, long paid, long worth) {
    Money cost = new Money(paid, "CNY");
    Gift.Box box = new Gift.Box("1", "心动盲盒", cost);
    Money found = paid == worth ? null : new Money(worth, "CNY");
    Gift.Price price = new Gift.Price(cost, found, box);
    return new Gift(origin(0), user(user), new Gift.Item("2", "花"), count, null, price, null);
  }
}
