package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;

/** SEND_GIFT: 投喂, until 2026. */
final class GiftCommand {
  private final Person person = new Person();
  private final GiftDraft gift = new GiftDraft();

  static void read(Message message) throws IOException, MalformedException {
    GiftCommand command = new GiftCommand();
    command.data(message.data());
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

  private void data(JsonCursor in) throws IOException {
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
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
        default -> people(f, in);
      }
    }
  }

  private void people(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "uid" -> person.id(in.id());
      case "uname" -> person.name = in.words();
      case "face" -> person.avatar = in.words();
      case "guard_level" -> person.guard(in.number());
      case "medal_info" -> person.medal(in);
      case "sender_uinfo" -> person.info(in);
      case "receive_user_info", "send_master" -> receiver(field, in);
      case "is_join_receiver" -> gift.receiverNamed |= in.flag();
      default -> {}
    }
  }

  /** {@code send_master} is there only where the sender chose somebody. */
  private void receiver(String field, JsonCursor in) throws IOException {
    if (!in.object()) {
      return;
    }
    gift.receiverNamed |= field.equals("send_master");
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "uid" -> gift.receiver.id(in.id());
        case "uname" -> gift.receiver.name = in.words();
        default -> {}
      }
    }
  }
}
