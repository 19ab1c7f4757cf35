package io.github.danmuhub.platform.douyin.message;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.testing.RecordingContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GiftCombosTest {
  private final RecordingContext out = Douyins.context();
  private final GiftCombos gifts = new GiftCombos(out);
  private long nextId = 1;

  @Test
  void stepsOutOfOrderCountOnce() {
    for (long total : new long[] {1, 3, 2, 5}) {
      give("a", 463, 7, total, false);
    }
    give("a", 463, 7, 5, true);
    assertThat(counts()).containsExactly(1L, 2L, 2L, 0L);
    assertThat(last().combo()).isEqualTo(new Gift.Combo("7", 5, true));
  }

  @Test
  void aStepDeliveredTwiceCountsOnce() {
    give("a", 463, 7, 4, false);
    give("a", 463, 7, 4, false);
    assertThat(counts()).containsExactly(4L);
  }

  @Test
  void groupIdsCollideBetweenUsersAndGiftsAndReceivers() {
    give("a", 463, 7, 4, false);
    give("b", 463, 7, 4, false);
    give("a", 685, 7, 4, false);
    gifts.onGift(gift("a", 463, 7, 4, false, User.of("9", "客人")), delivery(nextId++), 0);
    assertThat(counts()).containsExactly(4L, 4L, 4L, 4L);
  }

  @Test
  void aComboWithoutAnEndIsEndedWhenIdle() {
    give("a", 463, 7, 4, false);
    assertThat(gifts.nextWake()).isEqualTo(out.ticks + GiftCombos.IDLE_MS);
    out.pass(GiftCombos.IDLE_MS);
    gifts.onWake();
    assertThat(counts()).containsExactly(4L, 0L);
    assertThat(requireNonNull(last().combo()).last()).isTrue();
    assertThat(last().value()).isNull();
    assertThat(last().origin().id()).isNull();
  }

  @Test
  void aLateStepAboveTheEndIsStillNew() {
    give("a", 463, 7, 3, false);
    give("a", 463, 7, 3, true);
    give("a", 463, 7, 5, false);
    give("a", 463, 7, 4, false);
    assertThat(counts()).containsExactly(3L, 0L, 2L);
    assertThat(requireNonNull(last().combo()).last()).isTrue();
  }

  @Test
  void aComboWhoseEndWasSaidStaysEndedWhateverComesLate() {
    give("a", 463, 7, 3, false);
    give("a", 463, 7, 3, true);
    give("a", 463, 7, 5, false);
    give("a", 463, 7, 6, false);
    give("b", 463, 7, 5, true);
    give("b", 463, 7, 3, false);
    give("b", 463, 7, 7, false);
    out.pass(GiftCombos.IDLE_MS);
    gifts.onWake();
    assertThat(counts()).containsExactly(3L, 0L, 2L, 1L, 5L, 2L);
    assertThat(out.events(Gift.class))
        .extracting(gift -> requireNonNull(gift.combo()).last())
        .containsExactly(false, true, true, true, true, true);
  }

  @Test
  void receiversOfTheSameNameAreTwo() {
    for (String id : List.of("8", "9")) {
      gifts.onGift(gift("a", 463, 7, 4, false, User.of(id, "客人")), delivery(nextId++), 0);
    }
    assertThat(counts()).containsExactly(4L, 4L);
  }

  @Test
  void whoGoesOnAfterAPauseGoesOnFromWhereTheyWere() {
    give("a", 463, 7, 3, false);
    out.pass(10_000);
    gifts.onWake();
    give("a", 463, 7, 8, false);
    assertThat(counts()).containsExactly(3L, 0L, 5L);
    assertThat(requireNonNull(last().combo()).last()).isFalse();
  }

  @Test
  void whoStopsListeningHearsTheEndOfEveryRunningComboOnce() {
    give("a", 463, 7, 3, false);
    give("b", 463, 7, 2, false);
    give("c", 463, 7, 1, true);
    gifts.end();
    gifts.end();
    assertThat(counts()).containsExactly(3L, 2L, 1L, 0L, 0L);
    assertThat(out.events(Gift.class).subList(3, 5))
        .allMatch(gift -> requireNonNull(gift.combo()).last() && gift.value() == null)
        .extracting(gift -> gift.user().id())
        .containsExactly("a", "b");
  }

  @Test
  void giftsWithoutAGroupKeepNoState() {
    give("a", 2000, 0, 1, false);
    give("a", 2000, 0, 1, false);
    assertThat(counts()).containsExactly(1L, 1L);
    assertThat(gifts.size()).isZero();
    assertThat(gifts.nextWake()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theSameMessageIsNeverCountedTwiceEvenWhenItsComboIsForgotten() {
    gifts.onGift(gift("a", 463, 7, 5, false, null), delivery(77), 0);
    gifts.onGift(gift("a", 463, 7, 4, false, null), delivery(78), 0);
    out.pass(2 * GiftCombos.KEPT_MS);
    gifts.onWake();
    gifts.onWake();
    assertThat(gifts.size()).isZero();
    gifts.onGift(gift("a", 463, 7, 4, false, null), delivery(78), 0);
    assertThat(counts()).containsExactly(5L, 0L);
  }

  @Test
  void stateIsBounded() {
    for (int i = 0; i < 5 * GiftCombos.COMBOS; i++) {
      give("user" + i, 463, 7, 1, false);
    }
    assertThat(gifts.size()).isLessThanOrEqualTo(2 * GiftCombos.COMBOS);
    gifts.end();
    assertThat(gifts.size()).isLessThanOrEqualTo(GiftCombos.COMBOS);
  }

  @Test
  void valueIsDiamondsTimesCount() {
    give("a", 463, 7, 520, true);
    assertThat(last().value()).isEqualTo(new Money(520_000, "douyin:diamond"));
    assertThat(
            new GiftStep(Viewer.NOBODY, last().item(), new GiftCounts(1, 1), -5, 1, false, null)
                .value(1))
        .isNull();
  }

  /** What one viewer buys: the steps of a combo, whatever becomes of them on the way. */
  private record Sent(long at, int order, GiftStep gift, long id) {}

  @Test
  void underChaosTheSumIsWhatWasBought() {
    Random random = new Random(20_260_421);
    PriorityQueue<Sent> wire =
        new PriorityQueue<>(Comparator.comparingLong(Sent::at).thenComparingInt(Sent::order));
    long start = out.ticks;
    long bought = 0;
    int order = 0;
    for (int purchase = 0; purchase < 10_000; purchase++) {
      long begun = start + purchase * 200L;
      // group ids are seconds: five purchases share one, told apart by user and gift
      GiftStep single = gift("u" + purchase % 50, 1 + purchase % 7, begun / 1000, 0, false, null);
      List<GiftStep> steps = steps(single, random);
      bought += steps.get(steps.size() - 1).counts().units();
      for (GiftStep step : chaos(steps, random)) {
        long id = nextId++;
        long at = begun + random.nextInt(3_000);
        wire.add(new Sent(at, order++, step, id));
        if (random.nextInt(3) == 0) {
          wire.add(new Sent(at + random.nextInt(500), order++, step, id));
        }
      }
    }
    while (!wire.isEmpty()) {
      Sent next = wire.remove();
      while (gifts.nextWake() <= next.at()) {
        out.pass(Math.max(0, gifts.nextWake() - out.ticks));
        gifts.onWake();
      }
      out.pass(next.at() - out.ticks);
      gifts.onGift(next.gift(), delivery(next.id()), 0);
    }
    out.pass(GiftCombos.KEPT_MS);
    gifts.onWake();
    assertThat(counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(bought);
    assertThat(counts()).allMatch(count -> count >= 0);
  }

  /** Running totals that skip numbers, and an end that repeats the last. */
  private static List<GiftStep> steps(GiftStep single, Random random) {
    List<GiftStep> steps = new ArrayList<>();
    long total = 0;
    for (int i = 0; i <= random.nextInt(6); i++) {
      total += 1 + random.nextInt(66);
      steps.add(at(single, total, false));
    }
    steps.add(at(single, total, true));
    return steps;
  }

  /** Steps are lost, all but the highest; ends are lost; the order is lost. */
  private static List<GiftStep> chaos(List<GiftStep> steps, Random random) {
    List<GiftStep> sent = new ArrayList<>();
    GiftStep highest = steps.get(steps.size() - 2);
    for (GiftStep step : steps) {
      if (step.equals(highest) || random.nextInt(3) > 0) {
        sent.add(step);
      }
    }
    Collections.shuffle(sent, random);
    return sent;
  }

  private static GiftStep at(GiftStep g, long units, boolean end) {
    return new GiftStep(
        g.user(), g.item(), new GiftCounts(units, 1), g.diamonds(), g.group(), end, g.to());
  }

  private void give(String user, long giftId, long group, long units, boolean end) {
    gifts.onGift(gift(user, giftId, group, units, end, null), delivery(nextId++), 0);
  }

  private static GiftStep gift(
      String user, long giftId, long group, long units, boolean end, @Nullable User to) {
    Viewer giver = new Viewer(User.of(user, user), user);
    Gift.Item item = new Gift.Item(Long.toString(giftId), "礼物");
    return new GiftStep(giver, item, new GiftCounts(units, 1), 1, group, end, to);
  }

  private Delivery delivery(long id) {
    DouyinMessage message = new DouyinMessage("WebcastGiftMessage", ByteBuffer.allocate(0), id);
    return new Delivery(Douyins.ROOM, "", false, false, out).of(message);
  }

  private List<Long> counts() {
    return out.events(Gift.class).stream().map(Gift::count).toList();
  }

  private Gift last() {
    List<Gift> events = out.events(Gift.class);
    return events.get(events.size() - 1);
  }
}
