package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** SEND_GIFT: 投喂, until 2026. */
final class GiftCommand {
  private final Person person = new Person();
  private final GiftDraft gift = new GiftDraft();

  static void read(Message message) throws IOException, MalformedException {
    GiftCommand command = new GiftCommand();
    message.data(command::data);
    GiftDraft gift = command.gift;
    if (!gift.isWhole()) {
      throw message.malformed("does not say what was given");
    }
    Origin origin = message.end(gift.transaction, gift.timestamp);
    RoomMemory room = message.room();
    message.emit(
        gift.build(
            origin, room.user(command.person), room.receiver(gift.receiver, gift.receiverNamed)));
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "giftId" -> gift.giftId = in.id();
      case "giftName" -> gift.giftName = in.words();
      case "num" -> gift.count = in.number(1);
      case "batch_combo_id" -> gift.comboId = in.id();
      case "super_batch_gift_num" -> gift.comboHits = in.number();
      case "combo_total_coin" -> gift.comboCoin = in.number();
      case "price" -> gift.price = in.number();
      case "discount_price" -> gift.discountPrice = in.number();
      case "coin_type" -> gift.coin = in.text();
      case "total_coin" -> gift.totalCoin = in.number();
      case "tid" -> gift.transaction = in.id();
      case "timestamp" -> gift.timestamp = in.number();
      case "blind_gift" -> gift.box = BlindBox.read(in);
      case "receive_user_info" -> in.fields(gift.receiver::named);
      case "send_master" -> sendMaster(in);
      case "is_join_receiver" -> gift.receiverNamed |= in.flag();
      default -> person.field(field, in);
    }
  }

  /** Is there only where the sender chose somebody. */
  private void sendMaster(JsonCursor in) throws IOException {
    gift.receiverNamed |= in.object();
    in.fields(gift.receiver::named);
  }

  /** The end of a combo has a message of its own, after its last gift. */
  static List<Raw> encode(Gift gift) {
    List<Raw> messages = new ArrayList<>();
    Gift.Combo combo = gift.combo();
    if (gift.count() > 0) {
      JsonText data = gift(gift).put("coin_type", Coins.type(gift.price())).put("action", "投喂");
      money(gift, data);
      people(gift, data);
      messages.add(Encoding.raw(JsonText.object().put("cmd", "SEND_GIFT").put("data", data)));
    }
    if (combo != null && combo.last()) {
      messages.add(ComboCommand.encode(gift, combo));
    }
    return messages;
  }

  private static JsonText gift(Gift gift) {
    return JsonText.object()
        .id("giftId", gift.item().id())
        .put("giftName", gift.item().name())
        .put("giftType", 0)
        .put("num", gift.count())
        .put("tid", gift.origin().id())
        .put("rnd", gift.origin().id())
        .put("timestamp", gift.origin().time() / Encoding.SECOND);
  }

  private static void money(Gift gift, JsonText data) {
    Gift.Price price = gift.price();
    Money worth = price.worth() == null ? price.paid() : price.worth();
    long each = price.box() == null ? Coins.each(price.paid(), gift.count()) : 0;
    data.put("price", Coins.each(worth, gift.count()))
        .put("discount_price", each)
        .put("total_coin", Coins.coins(price.paid()));
    Gift.Combo combo = gift.combo();
    if (combo != null) {
      data.put("batch_combo_id", combo.id()).put("super_batch_gift_num", combo.total());
      data.put("combo_total_coin", each * combo.total());
    }
    if (price.box() != null) {
      data.put("blind_gift", BlindBox.write(price.box(), gift.count()));
    }
  }

  private static void people(Gift gift, JsonText data) {
    User user = gift.user();
    User to = gift.to();
    data.id("uid", UserParts.uid(user))
        .put("uname", UserParts.name(user))
        .put("face", UserParts.face(user))
        .put("guard_level", UserParts.guard(user))
        .put("medal_info", UserParts.medal(user));
    if (to != null) {
      data.put(
          "send_master", JsonText.object().id("uid", to.id()).put("uname", UserParts.name(to)));
    }
  }
}
