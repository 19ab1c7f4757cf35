package io.github.danmuhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Lottery.Prize;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Membership.Term;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Badge;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.text.Words;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatLineTest {
  private static final Origin ORIGIN = Origin.ours("bilibili", "1", 0);
  private final ChatLine line = new ChatLine(new Paint(false), Words.ENGLISH);

  @Test
  void aChatShowsBadgeRoleNameAndText() {
    User user = new User("1", "小明", null, new Badge("小电视", 21, "1"), Set.of(Role.MEMBER), 0);
    assertThat(line.of(Chat.of(ORIGIN, user, "你好"))).isEqualTo("[小电视21]⚓小明: 你好");
  }

  @Test
  void aStrangersEscapeSequencesAreShownNotObeyed() {
    User user = User.of("1", "\u001b[31mred");
    assertThat(line.of(Chat.of(ORIGIN, user, "\u0007"))).isEqualTo("␛[31mred: ␇");
  }

  @Test
  void aGiftShowsItsCountAndWhatItIsWorth() {
    Gift gift =
        new Gift(
            ORIGIN,
            User.of("1", "小明"),
            new Gift.Item("1", "小花花"),
            3,
            null,
            Gift.Price.of(new Money(300, "CNY")),
            null);
    assertThat(line.of(gift)).isEqualTo("🎁 小明 gave 3 × 小花花 (0.3 CNY)");
  }

  @Test
  void aGiftOutOfABlindBoxShowsTheBoxAndWhatWasPaid() {
    Money paid = new Money(15_000, "CNY");
    Gift.Box box = new Gift.Box("32251", "心动盲盒", paid);
    Gift.Price price = new Gift.Price(paid, new Money(20_000, "CNY"), box);
    Gift gift =
        new Gift(ORIGIN, User.of("1", "小明"), new Gift.Item("1", "海湾"), 1, null, price, null);
    assertThat(line.of(gift)).isEqualTo("🎁 小明 gave 1 × 海湾 out of 心动盲盒 (15 CNY)");
  }

  @Test
  void aMembershipShowsHowLongItIs() {
    User user = User.of("1", "小明");
    assertThat(line.of(new Membership(ORIGIN, user, "3", "舰长", Term.days(7), null, null)))
        .isEqualTo("⚓ 小明 became 舰长 for 7 days");
    assertThat(line.of(new Membership(ORIGIN, user, "3", "舰长", Term.months(3), null, null)))
        .isEqualTo("⚓ 小明 became 舰长 for 3 months");
    assertThat(line.of(new Membership(ORIGIN, user, "3", "舰长", Term.months(1), null, null)))
        .isEqualTo("⚓ 小明 became 舰长");
  }

  @Test
  void aBattleShowsItsSides() {
    List<Battle.Side> sides = List.of(new Battle.Side("1", "猫", 9), new Battle.Side("2", null, 8));
    assertThat(line.of(new Battle(ORIGIN, Battle.State.PROGRESS, sides, 0)))
        .isEqualTo("⚔ battle progress 猫 9 : 2 8");
    assertThat(line.of(new Battle(ORIGIN, Battle.State.END, List.of(), 0)))
        .isEqualTo("⚔ battle end");
  }

  @Test
  void aLotteryShowsWhatItIsWorth() {
    Prize prize = new Prize("红包", 1, new Money(100_000, "CNY"));
    assertThat(line.of(new Lottery(ORIGIN, null, Lottery.Phase.START, prize, List.of())))
        .isEqualTo("🎲 lottery start 红包 (100 CNY)");
  }

  @Test
  void aWaitingConnectionSaysWhyAndUntilWhen() {
    Connection waiting =
        new Connection(ORIGIN, Connection.State.WAITING, "HTTP 502", 502, 2, 1500, Health.NONE);
    assertThat(line.of(waiting)).isEqualTo("[bilibili:1] waiting: HTTP 502, next try in 1.5 s");
  }
}
