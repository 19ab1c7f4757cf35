package io.github.danmuhub.script;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.script.Vocabulary.GiftKind;
import io.github.danmuhub.script.Vocabulary.Pin;
import io.github.danmuhub.script.Vocabulary.Shop;
import io.github.danmuhub.script.Vocabulary.Tier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What somebody buys for the room. Nothing, where the platform sells no such thing. */
final class Shopping {
  private static final int STEPS = 3;

  private final User buyer;
  private final Shop shop;
  private final RandomGenerator random;
  private final String comboId;

  Shopping(User buyer, Shop shop, RandomGenerator random, String comboId) {
    this.buyer = buyer;
    this.shop = shop;
    this.random = random;
    this.comboId = comboId;
  }

  /** The same gift again and again, and that it is over. */
  List<Beat> combo() {
    List<Beat> steps = new ArrayList<>();
    for (GiftKind kind : anyGift(GiftKind::runs)) {
      long total = 0;
      for (int step = 0; step < STEPS; step++) {
        long count = 1L + random.nextInt(2);
        total += count;
        steps.add(gift(kind, count, new Gift.Combo(comboId, total, false)));
      }
      steps.add(gift(kind, 0, new Gift.Combo(comboId, total, true)));
    }
    return steps;
  }

  /** Many at once, in one of the sizes that the platform has. */
  List<Beat> group() {
    return anyGift(kind -> kind.sizes().size() > 1).stream()
        .map(kind -> gift(kind, Words.one(kind.sizes(), random), null))
        .toList();
  }

  List<Beat> single() {
    return anyGift(kind -> !kind.runs()).stream()
        .map(kind -> gift(kind, kind.sizes().get(0), null))
        .toList();
  }

  private List<GiftKind> anyGift(Predicate<GiftKind> fit) {
    return any(shop.gifts().stream().filter(fit).toList());
  }

  private <T> List<T> any(List<T> offered) {
    return offered.isEmpty() ? List.of() : List.of(Words.one(offered, random));
  }

  private Beat gift(GiftKind kind, long count, Gift.@Nullable Combo combo) {
    Money each = kind.price();
    Gift.Price price =
        count == 0
            ? Gift.Price.NONE
            : Gift.Price.of(new Money(each.milli() * count, each.currency()));
    return origin -> new Gift(origin, buyer, kind.item(), count, combo, price, null);
  }

  /** A super chat. */
  List<Beat> pin() {
    List<Beat> beats = new ArrayList<>();
    for (Pin pin : any(shop.pins())) {
      String wish = Words.wish(random);
      beats.add(
          origin -> new SuperChat(origin, buyer, wish, pin.price(), pin.seconds(), pin.colors()));
    }
    return beats;
  }

  /** Who buys one has it. */
  List<Beat> membership() {
    List<Beat> beats = new ArrayList<>();
    User member = member();
    for (Tier tier : any(shop.tiers())) {
      Membership.Kind kind = random.nextBoolean() ? Membership.Kind.NEW : Membership.Kind.RENEW;
      beats.add(
          origin ->
              new Membership(
                  origin, member, tier.tier(), tier.name(), tier.term(), tier.price(), kind));
    }
    return beats;
  }

  private User member() {
    Set<User.Role> roles = EnumSet.of(User.Role.MEMBER);
    roles.addAll(buyer.roles());
    return new User(buyer.id(), buyer.name(), buyer.avatar(), buyer.badge(), roles, buyer.level());
  }
}
