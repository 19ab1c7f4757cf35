package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsReader;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;

/** {@code SendItemSubBroadcastPacket}: gifts. {@link Combos} says what is new in them. */
final class Gifts {
  static final long URI = 6501;

  private static final String CURRENCY = "CNY";

  /** {@code lPayTotal} is in hundredths of a 虎牙币, which is a yuan. */
  private static final int MILLI = 10;

  private Gifts() {}

  static void decode(Delivery delivery, Combos combos) throws MalformedException {
    Viewer sender = new Viewer(delivery);
    long item = 0;
    String payment = "";
    long count = 0;
    long presenter = 0;
    String presenterName = "";
    String itemName = "";
    long combo = 0;
    long paid = 0;
    TarsReader in = delivery.reader();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 0 -> item = in.int64();
        case 1 -> payment = in.string();
        case 2 -> count = in.int64();
        case 3 -> presenter = in.int64();
        case 4 -> sender.uid(in.int64());
        case 5 -> presenterName = in.string();
        case 6 -> sender.name(in.string());
        case 14 -> sender.avatar(in.string());
        case 20 -> itemName = in.string();
        case 23 -> readIdentity(in, sender);
        case 28 -> sender.role(User.Role.VIP, in.int64());
        case 39 -> combo = in.int64();
        case 41 -> paid = in.int64();
        default -> in.skip();
      }
    }
    Gift.Item kind =
        new Gift.Item(Long.toString(item), itemName.isEmpty() ? "礼物" + item : itemName);
    if (delivery.isOfAnother(presenter)) {
      String text =
          "%s 送给 %s %s ×%d"
              .formatted(sender.user().displayName(), presenterName, kind.name(), count);
      delivery.emit(new Notice(delivery.origin(), sender.user(), text));
      return;
    }
    combos.onGift(
        new Payment(payment, combo, sender.user(), kind, Math.max(1, count), paid), delivery);
  }

  /**
   * One message about a payment.
   *
   * @param id {@code strPayId}; may be empty
   * @param combo {@code lComboSeqId}; 0 where it belongs to none
   * @param paid hundredths of a yuan for the whole count; 0 where the gift costs nothing or the
   *     platform does not say
   */
  record Payment(String id, long combo, User user, Gift.Item item, long count, long paid) {

    /** What so many of them cost. */
    Gift.Price price(long some) {
      boolean told = paid > 0 && paid <= Long.MAX_VALUE / MILLI / count && some > 0;
      return told
          ? Gift.Price.of(new Money(paid * MILLI * some / count, CURRENCY))
          : Gift.Price.NONE;
    }
  }

  /** {@code UserIdentityInfo}: two lists of decorations. */
  private static void readIdentity(TarsReader in, Viewer sender) throws MalformedException {
    in.enter();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      if (tag <= 1) {
        sender.readDecorations(in);
      } else {
        in.skip();
      }
    }
  }

  /** The end of a combo is not told: who listens notices it. */
  static List<HuyaMessage> encode(Gift gift, long presenter) {
    if (gift.count() == 0) {
      return List.of();
    }
    User user = gift.user();
    Money value = gift.value();
    Gift.Combo combo = gift.combo();
    TarsWriter out = new TarsWriter();
    out.number(0, Encoding.number(gift.item().id()))
        .string(1, Encoding.text(gift.origin().id()))
        .number(2, gift.count())
        .number(3, presenter)
        .number(4, Encoding.number(user.id()))
        .string(6, Encoding.text(user.name()))
        .number(8, gift.count())
        .number(9, 1)
        .string(14, Encoding.text(user.avatar()))
        .string(20, gift.item().name());
    out.struct(
        23,
        identity -> Viewer.writeDecorations(identity, 0, user, gift.origin().room(), presenter));
    out.number(39, combo == null ? 0 : Encoding.number(combo.id()))
        .number(41, value == null ? 0 : value.milli() / MILLI);
    return Encoding.message(URI, out, gift.origin());
  }
}
