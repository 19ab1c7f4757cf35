package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.InnerField;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.util.List;

/** What the room itself says: its state, notices, red packets; and whatever we do not know. */
final class RoomEvents {
  private RoomEvents() {}

  /** {@code ControlMessage.action}; 5 to 7 are in one public client only, so they stay generic. */
  static void control(Delivery delivery, BroadcastState broadcast) throws MalformedException {
    Common common = Common.NONE;
    long action = 0;
    String tips = "";
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> common = Common.read(in);
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
      default -> notice(delivery, common, Viewer.NOBODY, tips);
    }
  }

  static void roomMessage(Delivery delivery) throws MalformedException {
    text(delivery, 2, -1);
  }

  static void notifyMessage(Delivery delivery) throws MalformedException {
    text(delivery, 4, 5);
  }

  static void hotChat(Delivery delivery) throws MalformedException {
    text(delivery, 3, -1);
  }

  static void toast(Delivery delivery) throws MalformedException {
    text(delivery, 2, -1);
  }

  static void roomIntro(Delivery delivery) throws MalformedException {
    text(delivery, 4, 2);
  }

  static void roomVerify(Delivery delivery) throws MalformedException {
    text(delivery, 3, -1);
  }

  /** A message that is mainly one string. */
  private static void text(Delivery delivery, int content, int userField)
      throws MalformedException {
    Common common = Common.NONE;
    Viewer user = Viewer.NOBODY;
    String text = "";
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        common = Common.read(in);
      } else if (field == content) {
        text = in.string();
      } else if (field == userField) {
        user = Viewer.read(in);
      } else {
        in.skip();
      }
    }
    notice(delivery, common, user, text);
  }

  /** {@code NotifyEffectMessage.text} and {@code ExhibitionChatMessage.display_text}. */
  static void notifyEffect(Delivery delivery) throws MalformedException {
    richText(delivery, 3);
  }

  static void exhibitionChat(Delivery delivery) throws MalformedException {
    richText(delivery, 2);
  }

  private static void richText(Delivery delivery, int content) throws MalformedException {
    Common common = Common.NONE;
    DisplayText text = DisplayText.NONE;
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        common = Common.read(in);
      } else if (field == content) {
        text = DisplayText.read(in);
      } else {
        in.skip();
      }
    }
    notice(delivery, common, Viewer.NOBODY, text.text());
  }

  /** The anchor shows a product: {@code promotion_id} is 3, not 4 as in most public files. */
  static void liveShopping(Delivery delivery) throws MalformedException {
    Common common = Common.NONE;
    long product = 0;
    String words = "";
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> common = Common.read(in);
        case 3 -> product = in.int64();
        case 8, 31 -> words = in.string();
        default -> in.skip();
      }
    }
    String shown = words.isEmpty() ? common.readable() : words;
    boolean bare = shown.isEmpty() && product != 0;
    notice(delivery, common, Viewer.NOBODY, bare ? "商品 " + product : shown);
  }

  static void linkMic(Delivery delivery) throws MalformedException {
    text(delivery, 25, -1);
  }

  static void imDelete(Delivery delivery) throws MalformedException {
    long time = 0;
    List<Long> ids = List.of();
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = Common.time(in);
        case 2 -> ids = InnerField.numbers(in, ids);
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
  static void luckyBox(Delivery delivery) throws MalformedException {
    long time = 0;
    long diamonds = 0;
    String title = "";
    User giver = null;
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = Common.time(in);
        case 2 -> diamonds = in.int64();
        case 7 -> title = in.string();
        case 12 -> giver = delivery.shown(Viewer.read(in));
        default -> in.skip();
      }
    }
    String name = title.isEmpty() ? "红包 " + diamonds + " 钻" : title;
    delivery.emit(
        new Lottery(delivery.origin(time), giver, Lottery.Phase.START, name, 0, List.of()));
  }

  /** Any method that the table does not know. */
  static void other(Delivery delivery) throws MalformedException {
    Common common = Common.NONE;
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1 && in.wireType() == 2) {
        common = Common.read(in);
      } else {
        in.skip();
      }
    }
    readable(delivery, common);
  }

  /** What Common says for people, else the raw message. */
  static void readable(Delivery delivery, Common common) {
    notice(delivery, common, Viewer.NOBODY, "");
  }

  private static void notice(Delivery delivery, Common common, Viewer user, String text) {
    String shown = text.isEmpty() ? common.readable() : text;
    if (shown.isEmpty()) {
      unknown(delivery, common.time());
      return;
    }
    Viewer actor = user.isNobody() ? common.user() : user;
    delivery.emit(
        new Notice(
            delivery.origin(common.time()),
            actor.isNobody() ? null : delivery.shown(actor),
            shown));
  }

  private static void unknown(Delivery delivery, long time) {
    Origin origin = delivery.origin(time).withRaw(delivery.raw());
    delivery.emit(new Unknown(origin, delivery.message().method()));
  }
}
