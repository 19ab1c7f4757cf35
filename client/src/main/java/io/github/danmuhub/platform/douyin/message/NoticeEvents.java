package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;

/**
 * What the room says to people, and whatever we do not know: a notice where it has readable text,
 * else the raw message.
 */
final class NoticeEvents {
  private NoticeEvents() {}

  /** A message that is mainly one string; 0 where it names no user. */
  static Decoding text(int content, int user) {
    return (delivery, in) ->
        notice(delivery, Common.of(in), Viewer.read(in, user), in.string(content));
  }

  static Decoding richText(int content) {
    return (delivery, in) -> notice(delivery, Common.of(in), DisplayText.read(in, content).text());
  }

  /** The anchor shows a product: {@code promotion_id} is 3, not 4 as in most public files. */
  static void liveShopping(Delivery delivery, ProtoFields in) throws MalformedException {
    Common common = Common.of(in);
    long product = in.int64(3);
    String words = in.string(in.has(31) ? 31 : 8);
    String shown = words.isEmpty() ? common.readable() : words;
    notice(delivery, common, shown.isEmpty() && product != 0 ? "商品 " + product : shown);
  }

  /** Any method that the table does not know, and whose message is not said to be protobuf. */
  static void other(Delivery delivery, ProtoFields fields) {
    Common common;
    try {
      common = Common.of(fields.over(delivery.message().payload()));
    } catch (MalformedException e) {
      common = Common.NONE;
    }
    notice(delivery, common, "");
  }

  /** What the text says, or else Common, or else the raw message. */
  static void notice(Delivery delivery, Common common, String text) {
    notice(delivery, common, Viewer.NOBODY, text);
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
