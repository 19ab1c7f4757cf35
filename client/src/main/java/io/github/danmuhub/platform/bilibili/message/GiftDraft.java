package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import org.jspecify.annotations.Nullable;

/** A gift while its message is read, in whichever of its forms. */
final class GiftDraft {
  @Nullable String giftId;
  @Nullable String giftName;
  long count = 1;
  @Nullable String comboId;
  long comboTotal;
  @Nullable String coin;
  long totalCoin;
  @Nullable String transaction;
  long timestamp;

  /** Of a blind box, in coins: what was paid; the gift inside has another price. */
  long boxPrice;

  final Person receiver = new Person();
  boolean receiverNamed;

  /** Whether it can be told what was given. */
  boolean isWhole() {
    return giftId != null || giftName != null;
  }

  Gift build(Origin origin, User user, @Nullable User to) {
    return new Gift(
        origin, user, item(), Math.max(1, count), combo(false), Gift.Price.of(value()), to);
  }

  /** The end of a combo: its gifts were counted as they came. */
  Gift buildEnd(Origin origin, User user) {
    return new Gift(origin, user, item(), 0, combo(true), Gift.Price.NONE, null);
  }

  private Gift.Item item() {
    return new Gift.Item(giftId == null ? "" : giftId, giftName == null ? "" : giftName);
  }

  private Gift.@Nullable Combo combo(boolean last) {
    return comboId == null ? null : new Gift.Combo(comboId, Math.max(0, comboTotal), last);
  }

  private @Nullable Money value() {
    return boxPrice > 0 ? Coins.gold(boxPrice, Math.max(1, count)) : Coins.of(coin, totalCoin, 1);
  }
}
