package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.FieldTable;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** SEND_GIFT: 投喂, until 2026. */
final class GiftCommand {
  private static final FieldTable<GiftCommand> FIELDS =
      FieldTable.<GiftCommand>empty()
          .with("giftId", (command, in) -> command.gift.giftId = in.id())
          .with("giftName", (command, in) -> command.gift.giftName = in.words())
          .with("num", (command, in) -> command.gift.count = in.number(1))
          .with("batch_combo_id", (command, in) -> command.gift.comboId = in.id())
          .with("super_batch_gift_num", (command, in) -> command.gift.comboHits = in.number())
          .with("combo_total_coin", (command, in) -> command.gift.comboCoin = in.number())
          .with("price", (command, in) -> command.gift.price = in.number())
          .with("discount_price", (command, in) -> command.gift.discountPrice = in.number())
          .with("coin_type", (command, in) -> command.gift.coin = in.text())
          .with("total_coin", (command, in) -> command.gift.totalCoin = in.number())
          .with("tid", (command, in) -> command.gift.transaction = in.id())
          .with("timestamp", (command, in) -> command.gift.timestamp = in.number())
          .with("blind_gift", (command, in) -> command.gift.box = BlindBox.read(in))
          .with(
              "receive_user_info", (command, in) -> in.fields(command.gift.receiver, Person.NAMED))
          .with("send_master", GiftCommand::sendMaster)
          .with("is_join_receiver", (command, in) -> command.gift.receiverNamed |= in.flag())
          .with(Person.FIELDS, command -> command.person);

  private final Person person = new Person();
  private final GiftDraft gift = new GiftDraft();

  static void read(Message message) throws IOException, MalformedException {
    GiftCommand command = new GiftCommand();
    message.data(command, FIELDS);
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

  /** Is there only where the sender chose somebody. */
  private void sendMaster(JsonCursor in) throws IOException {
    gift.receiverNamed |= in.object();
    in.fields(gift.receiver, Person.NAMED);
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
