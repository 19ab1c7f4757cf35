package io.github.danmuhub.platform.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.site.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The session against a site where things go wrong, in virtual time. */
class DouyinFaultsTest {

  @Test
  void giftChaosChangesNoSum() {
    DouyinWorld calm = new DouyinWorld(DouyinWorld.today()).connect().pass(120_000);
    DouyinWorld chaos =
        new DouyinWorld(DouyinWorld.today(Fault.GIFT_CHAOS)).connect().pass(120_000);
    assertThat(chaos.out.broken()).isEmpty();
    assertThat(sum(chaos)).isEqualTo(sum(calm)).isPositive();
  }

  @Test
  void whoJoinsInTheMiddleOfAComboCountsWhatIsGivenFromThenOn() {
    // the script's combo has steps 2, 4, 6 and an end, at 1.4, 1.6, 2.0 and 2.8 s
    DouyinWorld first = new DouyinWorld(DouyinWorld.today()).connect().pass(1_900);
    DouyinWorld late = first.another().connect().pass(1_000);
    assertThat(sum(first)).isEqualTo(4);
    assertThat(sum(late)).isEqualTo(2);
  }

  @Test
  void aLostSocketMakesNoComboNew() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today()).connect().pass(1_700);
    world.lose(Closed.gone(""));
    world.redial();
    world.pass(1_000);
    assertThat(sum(world)).isEqualTo(6);
  }

  @Test
  void guestsBehindTheMaskSeeMaskedUsersAndNoGifts() {
    DouyinWorld world =
        new DouyinWorld(DouyinWorld.today(Fault.GUEST_MASKED)).connect().pass(30_000);
    assertThat(world.out.broken()).isEmpty();
    assertThat(world.out.events(Gift.class)).isEmpty();
    assertThat(world.out.events(Chat.class))
        .isNotEmpty()
        .allMatch(
            chat -> chat.user().roles().contains(User.Role.MASKED) && chat.user().id() == null);
  }

  @Test
  void brokenMessagesCostNoNeighbour() {
    for (Fault fault : List.of(Fault.BAD_JSON, Fault.ZERO_LENGTH, Fault.BAD_LENGTH)) {
      DouyinWorld world = new DouyinWorld(DouyinWorld.today(fault)).connect().pass(10_000);
      assertThat(world.out.broken()).as(fault.word()).isNotEmpty();
      assertThat(live(world)).as(fault.word()).isBetween(45L, 51L);
      assertThat(world.tally("acks missing")).isZero();
    }
  }

  @Test
  void unknownMethodsComeWithTheirBytes() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.today(Fault.UNKNOWN_OP)).connect().pass(2_000);
    assertThat(world.out.events(Unknown.class))
        .isNotEmpty()
        .allMatch(u -> u.origin().raw() != null);
  }

  @Test
  void aBombIsReportedAndTheRoomGoesOn() {
    DouyinWorld world = new DouyinWorld(DouyinWorld.once(Fault.BOMB)).connect().pass(10_000);
    assertThat(world.out.broken()).containsExactly("inflates to more than 16 MiB");
    assertThat(live(world)).isBetween(45L, 51L);
  }

  private static long live(DouyinWorld world) {
    return world.out.events().stream()
        .filter(e -> Douyins.isFirst(e) && !e.origin().history() && !(e instanceof Unknown))
        .count();
  }

  private static long sum(DouyinWorld world) {
    return world.out.events(Gift.class).stream()
        .filter(gift -> !gift.origin().history())
        .mapToLong(Gift::count)
        .sum();
  }
}
