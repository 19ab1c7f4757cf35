package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a LIVE_OPEN_PLATFORM_ command: they all share their names. Users have an {@code
 * open_id} there, and since 2024 no uid.
 */
final class OpenMessage {
  private static final int IDS = 1_000;

  final Person person = new Person();
  final GiftDraft gift = new GiftDraft();
  final List<String> ids = new ArrayList<>();
  @Nullable String id;
  @Nullable String text;
  @Nullable String image;
  @Nullable String repliedId;
  @Nullable String repliedName;
  @Nullable String guardUnit;
  int guardLevel;
  int guardNumber;
  boolean paid = true;
  long yuan;
  long likes;
  long start;
  long end;
  long timestamp;

  private final Message message;
  private @Nullable String messageId;
  private boolean badgeWorn;
  private @Nullable String badge;
  private int badgeLevel;

  private OpenMessage(Message message) {
    this.message = message;
  }

  static OpenMessage read(Message message) throws IOException, MalformedException {
    OpenMessage open = new OpenMessage(message);
    message.data(open::field);
    return open;
  }

  Origin origin() throws IOException, MalformedException {
    return message.end(id == null ? messageId : id, timestamp);
  }

  User user() {
    if (badgeWorn) {
      person.badge.older(badge, badgeLevel, message.room().ref().room());
    }
    return message.room().user(person);
  }

  private void field(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "msg_id" -> messageId = in.id();
      case "message_id" -> id = in.id();
      case "message_ids" -> in.elements((i, one) -> taken(one.id()));
      case "msg", "message" -> text = in.text();
      case "emoji_img_url" -> image = in.words();
      case "reply_open_id" -> repliedId = in.id();
      case "reply_uname" -> repliedName = in.words();
      case "like_count" -> likes = in.number();
      case "timestamp" -> timestamp = in.number();
      default -> purchase(field, in);
    }
  }

  private void purchase(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "gift_id" -> gift.giftId = in.id();
      case "gift_name" -> gift.giftName = in.words();
      case "gift_num" -> gift.count = in.number(1);
      case "price" -> gift.price = in.number();
      case "paid" -> paid = in.flag();
      case "combo_info" -> combo(in);
      case "blind_gift" -> blindGift(in);
      case "guard_num" -> guardNumber = in.integer();
      case "guard_unit" -> guardUnit = in.text();
      case "rmb" -> yuan = in.number();
      case "start_time" -> start = in.number();
      case "end_time" -> end = in.number();
      default -> person(field, in);
    }
  }

  private void person(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "user_info" -> in.fields(this::field);
      case "open_id" -> person.openId(in.id());
      case "uface" -> person.avatar = in.words();
      case "guard_level" -> guard(in.integer());
      case "fans_medal_name" -> badge = in.words();
      case "fans_medal_level" -> badgeLevel = in.integer();
      case "fans_medal_wearing_status" -> badgeWorn = in.flag();
      default -> person.field(field, in);
    }
  }

  private void guard(int level) {
    guardLevel = level;
    person.guard(level);
  }

  private void taken(@Nullable String one) {
    if (one != null && ids.size() < IDS) {
      ids.add(one);
    }
  }

  /** {@code combo_count} are presses, each of {@code combo_base_num} gifts. */
  private void combo(JsonCursor in) throws IOException {
    int each = 1;
    int presses = 0;
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "combo_id" -> gift.comboId = in.id();
        case "combo_base_num" -> each = Math.max(1, in.integer());
        case "combo_count" -> presses = in.integer();
        default -> {}
      }
    }
    gift.comboHits = (long) each * presses;
  }

  /** Says which box it was, but neither its name nor its price. */
  private void blindGift(JsonCursor in) throws IOException {
    String box = null;
    boolean blind = false;
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "blind_gift_id" -> box = in.id();
        case "status" -> blind = in.flag();
        default -> {}
      }
    }
    gift.box = blind ? new BlindBox(box, null, 0) : null;
  }
}
