package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;

/**
 * What the room says to people, and whatever we do not know: a notice where it has readable text,
 * else the raw message.
 */
final class NoticeEvents {
  private NoticeEvents() {}

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

  /** Any method that the table does not know. */
  static void other(Delivery delivery) {
    readable(delivery, commonOf(delivery));
  }

  /** None where the message has none, or is no protobuf: nobody said that it would be. */
  private static Common commonOf(Delivery delivery) {
    Common common = Common.NONE;
    ProtoReader in = delivery.reader();
    try {
      for (int field = in.next(); field != 0; field = in.next()) {
        if (field == 1) {
          common = Common.read(in);
        } else {
          in.skip();
        }
      }
      return common;
    } catch (MalformedException e) {
      return Common.NONE;
    }
  }

  /** What Common says for people, else the raw message. */
  static void readable(Delivery delivery, Common common) {
    notice(delivery, common, Viewer.NOBODY, "");
  }

  static void notice(Delivery delivery, Common common, Viewer user, String text) {
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

  static void unknown(Delivery delivery, long time) {
    Origin origin = delivery.origin(time).withRaw(delivery.raw());
    delivery.emit(new Unknown(origin, delivery.message().method()));
  }

  static DouyinMessage encode(Notice notice, Head head) {
    return head.message(
        "WebcastRoomNotifyMessage",
        out -> {
          out.string(4, notice.text());
          if (notice.user() != null) {
            out.message(5, Viewer.write(notice.user()));
          }
        });
  }
}
