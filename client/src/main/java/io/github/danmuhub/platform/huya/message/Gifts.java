package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;

/** {@code SendItemSubBroadcastPacket}: gifts. {@link Combos} says what is new in them. */
final class Gifts {
  static final int URI = 6501;

  private static final String CURRENCY = "CNY";

  /** {@code lPayTotal} is in hundredths of a 虎牙币, which is a yuan. */
  private static final int MILLI = 10;

  private Gifts() {}

  static void decode(Delivery delivery, Combos combos) throws MalformedException {
    TarsStruct in = delivery.body();
    TarsStruct identity = in.struct(23);
    User sender =
        new Viewer(delivery, in.number(4), in.text(6), in.text(14))
            .role(User.Role.VIP, in.number(28))
            .decorated(identity.structs(0))
            .decorated(identity.structs(1))
            .user();
    Gift.Item item = item(in.number(0), in.text(20));
    long count = Math.max(1, in.number(2));
    if (delivery.isOfAnother(in.number(3))) {
      String text =
          "%s 送给 %s %s ×%d".formatted(sender.displayName(), in.text(5), item.name(), count);
      delivery.emit(new Notice(delivery.origin(), sender, text));
      return;
    }
    combos.onGift(
        new Payment(in.text(1), in.number(39), sender, item, count, in.number(41)), delivery);
  }

  private static Gift.Item item(long id, String name) {
    return new Gift.Item(Long.toString(id), name.isEmpty() ? "礼物" + id : name);
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

  /** The platform does not say when a combo ends: a listener has to notice. */
  static List<HuyaMessage> encode(Gift gift, long presenter) {
    if (gift.count() == 0) {
      return List.of();
    }
    User user = gift.user();
    Money value = gift.value();
    Gift.Combo combo = gift.combo();
    String room = gift.origin().room();
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
        .string(20, gift.item().name())
        .struct(23, identity -> Viewer.writeDecorations(identity, 0, user, room, presenter))
        .number(39, combo == null ? 0 : Encoding.number(combo.id()))
        .number(41, value == null ? 0 : value.milli() / MILLI);
    return Encoding.message(URI, out, gift.origin());
  }
}
