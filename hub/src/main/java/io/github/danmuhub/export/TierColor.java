package io.github.danmuhub.export;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import java.util.List;

/**
 * The colour of a super chat: the platform's own word for it, else by what was paid: Bilibili's
 * tiers for yuan, YouTube's for dollars and for yen. Other currencies have the lowest.
 */
final class TierColor {
  private static final List<Tier> BILIBILI =
      List.of(
          new Tier(2_000, 0xab1a32),
          new Tier(1_000, 0xe54d4d),
          new Tier(500, 0xe09443),
          new Tier(100, 0xe2b52b),
          new Tier(50, 0x427d9e),
          new Tier(0, 0x2a60b2));
  private static final List<Tier> YOUTUBE =
      List.of(
          new Tier(100, 0xe62117),
          new Tier(50, 0xe91e63),
          new Tier(20, 0xf57c00),
          new Tier(10, 0xffb300),
          new Tier(5, 0x00bfa5),
          new Tier(2, 0x00b8d4),
          new Tier(0, 0x1565c0));

  private TierColor() {}

  /** From so many units on. */
  private record Tier(long units, int rgb) {}

  static int of(SuperChat paid) {
    SuperChat.Colors colors = paid.colors();
    return colors == null ? of(paid.value()) : colors.body();
  }

  private static int of(Money money) {
    return switch (money.currency()) {
      case "USD" -> of(YOUTUBE, money.milli());
      case "JPY" -> of(YOUTUBE, money.milli() / 100);
      case "CNY" -> of(BILIBILI, money.milli());
      default -> of(BILIBILI, 0);
    };
  }

  private static int of(List<Tier> tiers, long milli) {
    return tiers.stream()
        .filter(tier -> milli >= tier.units * 1_000)
        .findFirst()
        .map(Tier::rgb)
        .orElse(tiers.get(tiers.size() - 1).rgb);
  }
}
