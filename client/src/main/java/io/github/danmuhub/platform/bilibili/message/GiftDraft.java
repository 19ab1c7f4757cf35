package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import org.jspecify.annotations.Nullable;

/** A gift while its message is read, in whichever of its forms. */
final class GiftDraft {
  @Nullable String giftId;
  @Nullable String giftName;
  long count = 1;
  @Nullable String coin;

  /** Of one, in coins: what the catalogue asks, and what it asks now. */
  long price;

  long discountPrice;
  long totalCoin;

  /** Whether only the price of one is known, and not what was paid. */
  boolean onlyPriced;

  @Nullable BlindBox box;

  @Nullable String comboId;

  /** What the platform counts of the combo: presses of the button in some messages. */
  long comboHits;

  long comboCoin;
  @Nullable String transaction;
  long timestamp;

  final Person receiver = new Person();
  boolean receiverNamed;

  /** The protobuf GiftItem of SEND_GIFT_V2. */
  void item(int field, ProtoReader in) throws MalformedException {
    switch (field) {
      case 1 -> giftId = Long.toString(in.int64());
      case 2 -> giftName = in.string();
      case 3 -> count = in.int64();
      case 5 -> price = in.int64();
      case 6 -> discountPrice = in.int64();
      case 7 -> totalCoin = in.int64();
      case 8 -> coin = in.string();
      case 9 -> transaction = Person.words(in);
      case 10 -> timestamp = in.int64();
      case 11 -> comboHits = in.int64();
      case 12 -> comboId = Person.words(in);
      case 14 -> comboCoin = in.int64();
      case 29 -> in.message(this::receiver);
      case 30 -> receiverNamed = in.bool();
      default -> in.skip();
    }
  }

  private void receiver(int field, ProtoReader in) throws MalformedException {
    switch (field) {
      case 1 -> receiver.name = in.string();
      case 2 -> receiver.id(Long.toString(in.int64()));
      default -> in.skip();
    }
  }

  /** Whether the message says what was given. */
  boolean isWhole() {
    return giftId != null || giftName != null;
  }

  Gift build(Origin origin, User user, @Nullable User to) {
    return new Gift(origin, user, item(), given(), combo(false), price(), to);
  }

  /** The end of a combo: its gifts were counted as they came. */
  Gift buildEnd(Origin origin, User user) {
    return new Gift(origin, user, item(), 0, combo(true), Gift.Price.NONE, null);
  }

  private long given() {
    return Math.max(1, count);
  }

  private Gift.Item item() {
    return new Gift.Item(giftId == null ? "" : giftId, giftName == null ? "" : giftName);
  }

  private Gift.@Nullable Combo combo(boolean last) {
    return comboId == null ? null : new Gift.Combo(comboId, Math.max(comboHits, paidFor()), last);
  }

  /** How many gifts the combo's coins have bought so far: one press may give many. */
  private long paidFor() {
    long each = discountPrice > 0 ? discountPrice : price;
    return each > 0 && comboCoin > 0 ? comboCoin / each : 0;
  }

  private Gift.Price price() {
    Money paid = paid();
    Money worth = price > 0 ? Coins.of(coin, price, given()) : null;
    return new Gift.Price(
        paid,
        worth == null || worth.equals(paid) ? null : worth,
        box == null ? null : box.of(given()));
  }

  private @Nullable Money paid() {
    if (onlyPriced) {
      return box == null ? Coins.of(coin, price, given()) : null;
    }
    return box == null || box.price() <= 0
        ? Coins.of(coin, totalCoin, 1)
        : Coins.gold(box.price(), given());
  }
}
