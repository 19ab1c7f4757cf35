package io.github.danmuhub.script;

import static io.github.danmuhub.script.Carried.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Badge;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.script.Carried.Field;
import io.github.danmuhub.script.Carried.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarriedTest {
  private static final User USER =
      new User("77", "安", "https://a", new Badge("猫", 3, "9"), Set.of(Role.MEMBER, Role.VIP), 7);

  private static final Carried TABLE =
      Carried.of(
          Ids.NUMBERS,
          Set.of("CNY"),
          line(Chat.class, Carried.SECONDS, Set.of(Field.ID, Field.BADGE), Role.MEMBER),
          line(Gift.class, Carried.NO_TIME, Set.of(Field.VALUE)),
          line(SuperChat.class, Carried.MILLISECONDS, Set.of(Field.VALUE)),
          line(Stats.class, Carried.NO_TIME, Set.of(), Figure.ONLINE));

  private static Origin origin(String id) {
    return new Origin("tiny", "1", id, 1_234, 5_678, false, null);
  }

  @Test
  void timesAreCutToThePrecisionAndUsersToTheirFields() {
    Chat chat = Chat.of(origin("42"), USER, "来了");

    Chat told = (Chat) TABLE.of(chat).orElseThrow();

    assertThat(told.origin().time()).isEqualTo(1_000);
    assertThat(told.origin().id()).isEqualTo("42");
    assertThat(told.user())
        .isEqualTo(new User("77", "安", null, new Badge("猫", 3, null), Set.of(Role.MEMBER), 0));
  }

  @Test
  void whatIsCarriedIsCarriedAgainUnchanged() {
    LiveEvent once = TABLE.of(Chat.of(origin("uuid-of-another"), USER, "来了")).orElseThrow();

    assertThat(TABLE.of(once)).contains(once);
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "9223372036854775807, true",
    "9223372036854775808, false",
    "12345678901234567890, false",
    "0, false",
    "007, false",
    "a7, false"
  })
  void numbersOf63BitsStayAndOtherIdsBecomeSome(String id, boolean stays) {
    Chat told = (Chat) TABLE.of(Chat.of(origin(id), USER, "")).orElseThrow();

    assertThat(told.origin().id()).matches("[1-9][0-9]{0,18}");
    assertThat(id.equals(told.origin().id())).isEqualTo(stays);
  }

  @Test
  void anAmountInAnotherCurrencyIsNotTold() {
    Gift.Item item = new Gift.Item("1", "花");
    Gift.Price bits = Gift.Price.of(new Money(1, "twitch:bits"));
    Gift gift = new Gift(origin("1"), USER, item, 2, null, bits, null);

    assertThat(((Gift) TABLE.of(gift).orElseThrow()).value()).isNull();
    assertThat(TABLE.of(new SuperChat(origin("1"), USER, "", new Money(1, "USD"), 60))).isEmpty();
  }

  @Test
  void theEndOfAComboIsNothingWhereCombosAreNotTold() {
    Gift.Combo over = new Gift.Combo("1", 5, true);
    Gift end = new Gift(origin("1"), USER, new Gift.Item("1", "花"), 0, over, Gift.Price.NONE, null);

    assertThat(TABLE.of(end)).isEmpty();
  }

  @Test
  void whereJoiningAClubIsTheMembershipItsTierIsTheBadges() {
    Carried club =
        Carried.of(
            Ids.NUMBERS,
            Set.of("CNY"),
            line(
                Membership.class,
                Carried.MILLISECONDS,
                Set.of(Field.BADGE, Field.TIER_OF_BADGE),
                Role.MEMBER,
                Membership.Kind.NEW));

    Membership told = (Membership) club.of(bought(USER, Membership.Kind.NEW)).orElseThrow();

    assertThat(told.tier() + " " + told.name() + " " + told.value()).isEqualTo("3 猫 null");
    assertThat(club.of(bought(USER, Membership.Kind.RENEW))).isEmpty();
    assertThat(club.of(bought(User.of("77", "安"), Membership.Kind.NEW))).isEmpty();
  }

  private static Membership bought(User user, Membership.Kind kind) {
    Money price = new Money(138_000, "CNY");
    return new Membership(origin("1"), user, "2", "舰长", Membership.Term.months(1), price, kind);
  }

  @Test
  void ofAPrizeItsNameAloneMayBeTold() {
    Carried table =
        Carried.of(
            Ids.NUMBERS,
            Set.of("CNY"),
            line(
                Lottery.class,
                Carried.MILLISECONDS,
                Set.of(Field.ID, Field.PRIZE_NAME),
                Lottery.Phase.START));
    Lottery.Prize prize = new Lottery.Prize("猫粮", 2, new Money(9_000, "CNY"));
    Lottery lottery = new Lottery(origin("1"), null, Lottery.Phase.START, prize, List.of(USER));

    assertThat(table.of(lottery))
        .contains(
            new Lottery(
                origin("1"),
                null,
                Lottery.Phase.START,
                new Lottery.Prize("猫粮", 0, null),
                List.of()));
  }

  @Test
  void onlyTheFiguresOfTheTableAreTold() {
    Stats both = new Stats(origin("1"), Map.of(Figure.ONLINE, 1L, Figure.LIKES, 2L));
    Stats neither = new Stats(origin("1"), Map.of(Figure.LIKES, 2L));

    assertThat(TABLE.of(both).map(e -> ((Stats) e).figures())).contains(Map.of(Figure.ONLINE, 1L));
    assertThat(TABLE.of(neither)).isEmpty();
  }

  @Test
  void theTableIsListedAsItWasWritten() {
    assertThat(TABLE.lines().stream().map(Carried.Line::type))
        .isEqualTo(List.of(Chat.class, Gift.class, SuperChat.class, Stats.class));
  }
}
