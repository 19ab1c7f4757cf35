package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the room itself says: its state, notices, red packets; and whatever we do not know. */
final class DouyinRoomEvents {
  private DouyinRoomEvents() {}

  /** {@code ControlMessage.action}; 5 to 7 are in one public client only, so they stay generic. */
  static void control(DouyinDelivery delivery, DouyinBroadcast broadcast)
      throws MalformedException {
    DouyinCommon common = DouyinCommon.NONE;
    long action = 0;
    String tips = "";
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> common = DouyinCommon.read(in);
        case 2 -> action = in.int64();
        case 3 -> tips = in.string();
        default -> in.skip();
      }
    }
    Origin origin = delivery.origin(common.time());
    switch ((int) Math.min(action, Integer.MAX_VALUE)) {
      case 1 -> broadcast.paused(origin, delivery.out());
      case 2 -> broadcast.resumed(origin, delivery.out());
      case 3 -> broadcast.ended(origin, delivery.out());
      case 4 -> {
        String why = tips.isEmpty() ? null : tips;
        delivery.emit(new Moderation(origin, null, Moderation.Action.CUT_OFF, null, why));
        broadcast.ended(origin.nth(2), delivery.out());
      }
      default -> notice(delivery, common, DouyinUser.NOBODY, tips);
    }
  }

  static void roomMessage(DouyinDelivery delivery) throws MalformedException {
    text(delivery, 2, -1);
  }

  static void notifyMessage(DouyinDelivery delivery) throws MalformedException {
    text(delivery, 4, 5);
  }

  static void hotChat(DouyinDelivery delivery) throws MalformedException {
    text(delivery, 3, -1);
  }

  static void toast(DouyinDelivery delivery) throws MalformedException {
    text(delivery, 2, -1);
  }

  static void roomIntro(DouyinDelivery delivery) throws MalformedException {
    text(delivery, 4, 2);
  }

  static void roomVerify(DouyinDelivery delivery) throws MalformedException {
    text(delivery, 3, -1);
  }

  /** A message that is mainly one string. */
  private static void text(DouyinDelivery delivery, int content, int userField)
      throws MalformedException {
    DouyinCommon common = DouyinCommon.NONE;
    DouyinUser user = DouyinUser.NOBODY;
    String text = "";
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        common = DouyinCommon.read(in);
      } else if (field == content) {
        text = in.string();
      } else if (field == userField) {
        user = DouyinUser.read(in);
      } else {
        in.skip();
      }
    }
    notice(delivery, common, user, text);
  }

  /** {@code NotifyEffectMessage.text} and {@code ExhibitionChatMessage.display_text}. */
  static void notifyEffect(DouyinDelivery delivery) throws MalformedException {
    richText(delivery, 3);
  }

  static void exhibitionChat(DouyinDelivery delivery) throws MalformedException {
    richText(delivery, 2);
  }

  private static void richText(DouyinDelivery delivery, int content) throws MalformedException {
    DouyinCommon common = DouyinCommon.NONE;
    DouyinText text = DouyinText.NONE;
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        common = DouyinCommon.read(in);
      } else if (field == content) {
        text = DouyinText.read(in);
      } else {
        in.skip();
      }
    }
    notice(delivery, common, DouyinUser.NOBODY, text.text());
  }

  /** The anchor shows a product: {@code promotion_id} is 3, not 4 as in most public files. */
  static void liveShopping(DouyinDelivery delivery) throws MalformedException {
    DouyinCommon common = DouyinCommon.NONE;
    long product = 0;
    String words = "";
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> common = DouyinCommon.read(in);
        case 3 -> product = in.int64();
        case 8, 31 -> words = in.string();
        default -> in.skip();
      }
    }
    String shown = words.isEmpty() ? common.readable() : words;
    boolean bare = shown.isEmpty() && product != 0;
    notice(delivery, common, DouyinUser.NOBODY, bare ? "商品 " + product : shown);
  }

  static void linkMic(DouyinDelivery delivery) throws MalformedException {
    text(delivery, 25, -1);
  }

  static void imDelete(DouyinDelivery delivery) throws MalformedException {
    long time = 0;
    List<Long> ids = List.of();
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = DouyinCommon.time(in);
        case 2 -> ids = DouyinFields.numbers(in, ids);
        default -> in.skip();
      }
    }
    if (ids.isEmpty()) {
      unknown(delivery, time);
      return;
    }
    List<String> taken = ids.stream().map(Long::toUnsignedString).toList();
    delivery.emit(new Retract(delivery.origin(time), null, taken));
  }

  /** A red packet (福袋, 红包). */
  static void luckyBox(DouyinDelivery delivery) throws MalformedException {
    long time = 0;
    long diamonds = 0;
    String title = "";
    User giver = null;
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = DouyinCommon.time(in);
        case 2 -> diamonds = in.int64();
        case 7 -> title = in.string();
        case 12 -> giver = DouyinUser.read(in).shown();
        default -> in.skip();
      }
    }
    String name = title.isEmpty() ? "红包 " + diamonds + " 钻" : title;
    delivery.emit(
        new Lottery(delivery.origin(time), giver, Lottery.Phase.START, name, 0, List.of()));
  }

  /** Any method that the table does not know. */
  static void other(DouyinDelivery delivery) throws MalformedException {
    DouyinCommon common = DouyinCommon.NONE;
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1 && in.wireType() == 2) {
        common = DouyinCommon.read(in);
      } else {
        in.skip();
      }
    }
    readable(delivery, common);
  }

  /** What Common says for people, else the raw message. */
  static void readable(DouyinDelivery delivery, DouyinCommon common) {
    notice(delivery, common, DouyinUser.NOBODY, "");
  }

  private static void notice(
      DouyinDelivery delivery, DouyinCommon common, DouyinUser user, String text) {
    String shown = text.isEmpty() ? common.readable() : text;
    if (shown.isEmpty()) {
      unknown(delivery, common.time());
      return;
    }
    DouyinUser actor = user.isNobody() ? common.user() : user;
    delivery.emit(new Notice(delivery.origin(common.time()), named(actor), shown));
  }

  private static @Nullable User named(DouyinUser user) {
    return user.isNobody() ? null : user.shown();
  }

  private static void unknown(DouyinDelivery delivery, long time) {
    Origin origin = delivery.origin(time).withRaw(delivery.raw());
    delivery.emit(new Unknown(origin, delivery.message().method()));
  }
}
