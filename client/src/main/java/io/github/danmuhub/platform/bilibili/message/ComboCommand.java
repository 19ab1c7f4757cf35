package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * COMBO_SEND, and COMBO_END until 2019: a combo has ended. Its gifts came before: nothing in it is
 * new. Of its counts, some are of gifts and some of presses; no press gives less than a gift, so
 * the greatest is of gifts.
 */
final class ComboCommand {
  private final Person person = new Person();
  private final GiftDraft gift = new GiftDraft();
  private @Nullable String singleComboId;

  static void read(Message message) throws IOException, MalformedException {
    ComboCommand combo = new ComboCommand();
    message.data(combo::data);
    if (!combo.gift.isWhole()) {
      throw message.malformed("does not say which gift's combo it ends");
    }
    if (combo.gift.comboId == null) {
      combo.gift.comboId = combo.singleComboId == null ? combo.madeUpId() : combo.singleComboId;
    }
    message.emit(
        combo.gift.buildEnd(
            message.end(null, combo.gift.timestamp), message.room().user(combo.person)));
  }

  /** Until 2018 combos had no id: who gives what is all that tells them apart. */
  private String madeUpId() {
    return (person.id() == null ? person.name : person.id()) + ":" + gift.giftId;
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "end_time" -> gift.timestamp = in.number();
      case "gift_id" -> gift.giftId = in.id();
      case "gift_name" -> gift.giftName = in.words();
      case "batch_combo_id" -> gift.comboId = in.id();
      case "combo_id" -> singleComboId = in.id();
      case "total_num", "combo_num", "batch_combo_num" ->
          gift.comboHits = Math.max(gift.comboHits, in.number());
      default -> person.field(field, in);
    }
  }

  /** The end of a gift's combo. */
  static Raw encode(Gift gift, Gift.Combo combo) {
    User user = gift.user();
    Origin origin = gift.origin();
    JsonText data =
        JsonText.object()
            .put("action", "投喂")
            .put("batch_combo_id", combo.id())
            .put("batch_combo_num", combo.total())
            .put("combo_id", combo.id())
            .put("combo_num", combo.total())
            .put("total_num", combo.total())
            .id("gift_id", gift.item().id())
            .put("gift_name", gift.item().name())
            .put("gift_num", 0)
            .put("end_time", origin.time() / Encoding.SECOND)
            .id("uid", UserParts.uid(user))
            .put("uname", UserParts.name(user))
            .put("medal_info", UserParts.medal(user))
            .put("sender_uinfo", UserParts.info(user));
    Origin own = gift.count() == 0 ? origin : origin.nth(2);
    return Encoding.raw(Encoding.envelope("COMBO_SEND", own).put("data", data));
  }
}
