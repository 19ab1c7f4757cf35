package io.github.danmuhub.platform.douyin.message;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.testing.RecordingContext;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gifts around the times at which we do not listen: before we joined, and in an outage. */
class GiftListeningTest {
  private final RecordingContext out = Douyins.context();
  private final GiftCombos gifts = new GiftCombos(out);
  private long nextId = 1;

  @Test
  void aComboThatRanWhenWeJoinedCountsFromItsNextStepOn() {
    gifts.listening().joins();
    long begun = out.wallMs / 1000 - 20;
    out.pass(2_000);
    stepAt(begun, 40, false);
    stepAt(begun, 41, false);
    stepAt(begun, 41, true);
    assertThat(counts()).containsExactly(1L, 1L, 0L);
    assertThat(last().combo()).isEqualTo(new Gift.Combo(Long.toString(begun), 41, true));
  }

  @Test
  void aComboThatOnlyEndsAfterWeJoinedIsNotNew() {
    gifts.listening().joins();
    stepAt(out.wallMs / 1000 - 20, 40, true);
    assertThat(counts()).containsExactly(0L);
    assertThat(last().value()).isNull();
  }

  @Test
  void aGroupGiftThatRanWhenWeJoinedCountsOneGroup() {
    gifts.listening().joins();
    GiftStep one = gift("a", 685, out.wallMs / 1000 - 20, 0, false);
    GiftStep third =
        new GiftStep(one.user(), one.item(), new GiftCounts(198, 66), 1, one.group(), false, null);
    gifts.onGift(third, delivery(nextId++), out.wallMs);
    assertThat(counts()).containsExactly(66L);
  }

  @Test
  void aComboThatTheHistoryKnowsCountsExactly() {
    gifts.listening().joins();
    long begun = out.wallMs / 1000 - 20;
    GiftStep past = gift("a", 463, begun, 36, false);
    gifts.onGift(past, delivery(nextId++, true), out.wallMs);
    stepAt(begun, 40, false);
    assertThat(counts()).containsExactly(36L, 4L);
    assertThat(out.events(Gift.class))
        .extracting(g -> g.origin().history())
        .containsExactly(true, false);
  }

  @Test
  void aComboThatBeganAfterWeJoinedCountsWhole() {
    gifts.listening().joins();
    out.pass(3_000);
    stepAt(out.wallMs / 1000, 9, false);
    assertThat(counts()).containsExactly(9L);
  }

  @Test
  void aClockThatIsWrongDoesNotMatter() {
    long skew = 86_400_000;
    gifts.listening().joins();
    out.pass(3_000);
    // the platform's clock is a day ahead: begun two seconds after we joined, and twenty before
    gifts.onGift(
        gift("a", 463, (out.wallMs + skew) / 1000 - 1, 9, false),
        delivery(nextId++),
        out.wallMs + skew);
    gifts.onGift(
        gift("b", 463, (out.wallMs + skew) / 1000 - 23, 9, false),
        delivery(nextId++),
        out.wallMs + skew);
    assertThat(counts()).containsExactly(9L, 1L);
  }

  @Test
  void aGroupIdThatIsNoTimeOfBeginningSaysNothing() {
    gifts.listening().joins();
    stepAt(7, 9, false);
    stepAt(Long.MAX_VALUE, 9, false);
    stepAt(-1, 9, false);
    assertThat(counts()).containsExactly(9L, 9L, 9L);
  }

  @Test
  void whoIsLateMoreThanACombosPauseIsNew() {
    gifts.listening().joins();
    long begun = out.wallMs / 1000 - 2;
    out.pass(Listening.JOINING_MS + 1);
    stepAt(begun, 9, false);
    assertThat(counts()).containsExactly(9L);
  }

  @Test
  void anOutageDoesNotMakeAComboNew() {
    gifts.listening().joins();
    long begun = out.wallMs / 1000;
    stepAt(begun, 5, false);
    out.pass(1_000);
    gifts.listening().stops();
    assertThat(gifts.nextWake()).isEqualTo(Long.MAX_VALUE);
    out.pass(3_600_000);
    gifts.onWake();
    gifts.listening().goesOn();
    stepAt(begun, 8, false);
    assertThat(counts()).containsExactly(5L, 3L);
    out.pass(GiftCombos.IDLE_MS);
    gifts.onWake();
    assertThat(requireNonNull(last().combo()).last()).isTrue();
  }

  private void stepAt(long group, long units, boolean end) {
    gifts.onGift(gift("a", 463, group, units, end), delivery(nextId++), out.wallMs);
  }

  private static GiftStep gift(String user, long giftId, long group, long units, boolean end) {
    Viewer giver = new Viewer(User.of(user, user), user);
    Gift.Item item = new Gift.Item(Long.toString(giftId), "礼物");
    return new GiftStep(giver, item, new GiftCounts(units, 1), 1, group, end, null);
  }

  private Delivery delivery(long id) {
    return delivery(id, false);
  }

  private Delivery delivery(long id, boolean history) {
    DouyinMessage message = new DouyinMessage("WebcastGiftMessage", ByteBuffer.allocate(0), id);
    return new Delivery(Douyins.ROOM, "", history, false, out).of(message);
  }

  private List<Long> counts() {
    return out.events(Gift.class).stream().map(Gift::count).toList();
  }

  private Gift last() {
    List<Gift> events = out.events(Gift.class);
    return events.get(events.size() - 1);
  }
}
