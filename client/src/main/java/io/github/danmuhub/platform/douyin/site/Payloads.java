package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.wire.ProtoWriter;

/** The payloads of simulated messages: what {@code message} reads, written. */
final class Payloads {
  static final String CHAT = "WebcastChatMessage";
  static final String EMOJI = "WebcastEmojiChatMessage";
  static final String GIFT = "WebcastGiftMessage";
  static final String LIKE = "WebcastLikeMessage";
  static final String MEMBER = "WebcastMemberMessage";
  static final String SOCIAL = "WebcastSocialMessage";
  static final String FANSCLUB = "WebcastFansclubMessage";
  static final String CONTROL = "WebcastControlMessage";
  static final String USER_SEQ = "WebcastRoomUserSeqMessage";

  private static final int APP_ID = 6383;

  private Payloads() {}

  /** Who sends it, and when. */
  record Head(long msgId, String roomId, long time) {

    ProtoWriter common(String method) {
      return new ProtoWriter()
          .string(1, method)
          .varint(2, msgId)
          .varint(3, Long.parseLong(roomId))
          .varint(4, time)
          .varint(6, 1)
          .varint(24, APP_ID);
    }
  }

  /**
   * A step of a combo, or a single gift with group 0.
   *
   * @param group how many at once: 1, 10, 66, 520
   */
  record GiftStep(
      long giftId, String name, int diamonds, long group, long total, long groupId, boolean end) {}

  /**
   * The state of the broadcast.
   *
   * @param action 1 pause, 2 resume, 3 finish
   */
  static ProtoWriter control(Head head, int action) {
    return new ProtoWriter().message(1, head.common(CONTROL)).varint(2, action);
  }

  static ProtoWriter chat(Head head, ScriptViewer user, String text) {
    return new ProtoWriter()
        .message(1, head.common(CHAT))
        .message(2, user.proto())
        .string(3, text)
        .varint(15, head.time() / 1_000);
  }

  static ProtoWriter emoji(Head head, ScriptViewer user, String name) {
    ProtoWriter image =
        new ProtoWriter()
            .string(1, "https://p3.douyinpic.com/simulated/emoji.png")
            .message(8, new ProtoWriter().string(1, name));
    ProtoWriter piece =
        new ProtoWriter().varint(1, 15).message(25, new ProtoWriter().message(1, image));
    return new ProtoWriter()
        .message(1, head.common(EMOJI))
        .message(2, user.proto())
        .varint(3, 77)
        .message(4, new ProtoWriter().message(4, piece))
        .string(5, name);
  }

  static ProtoWriter gift(Head head, ScriptViewer user, GiftStep gift) {
    ProtoWriter kind =
        new ProtoWriter()
            .string(2, "送出" + gift.name())
            .varint(5, gift.giftId())
            .varint(10, gift.groupId() == 0 ? 0 : 1)
            .varint(11, 1)
            .varint(12, gift.diamonds())
            .string(16, gift.name());
    return new ProtoWriter()
        .message(1, head.common(GIFT))
        .varint(2, gift.giftId())
        .varint(4, gift.group())
        .varint(5, gift.total())
        .varint(6, gift.total() / gift.group())
        .message(7, user.proto())
        .varint(9, gift.end() ? 1 : 0)
        .varint(11, gift.groupId())
        .message(15, kind)
        .varint(17, 4);
  }

  static ProtoWriter like(Head head, ScriptViewer user, long count, long total) {
    return new ProtoWriter()
        .message(1, head.common(LIKE))
        .varint(2, count)
        .varint(3, total)
        .message(5, user.proto());
  }

  static ProtoWriter enter(Head head, ScriptViewer user, long members) {
    return new ProtoWriter()
        .message(1, head.common(MEMBER))
        .message(2, user.proto())
        .varint(3, members)
        .varint(10, 1);
  }

  /** 1 is a follow, 3 a share. */
  static ProtoWriter social(Head head, ScriptViewer user, int action) {
    return new ProtoWriter()
        .message(1, head.common(SOCIAL))
        .message(2, user.proto())
        .varint(4, action);
  }

  static ProtoWriter joinFansclub(Head head, ScriptViewer user) {
    return new ProtoWriter()
        .message(1, head.common(FANSCLUB))
        .varint(2, 2)
        .string(3, "恭喜 " + user.name() + " 成为粉丝团成员")
        .message(4, user.proto());
  }

  static ProtoWriter userSeq(Head head, long online, long watched) {
    return new ProtoWriter().message(1, head.common(USER_SEQ)).varint(3, online).varint(7, watched);
  }
}
