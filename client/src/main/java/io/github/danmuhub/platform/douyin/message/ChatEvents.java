package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;
import org.jspecify.annotations.Nullable;

/** What viewers say: chat, stickers, and the paid banners that fly over the screen (飘屏). */
final class ChatEvents {
  private static final long SECOND_MS = 1_000;

  private ChatEvents() {}

  static final Decoding CHAT = said(3, 40, 41, 15, 9);
  static final Decoding SCREEN = said(4, 30, 32, 12, 10);
  static final Decoding PRIVILEGE_SCREEN = said(3, 7, 8, 0, 4);
  static final Decoding EPISODE = said(3, 0, 0, 0, 6);
  static final Decoding AUDIO = said(3, 7, 0, 0, 6);

  /** Which field is what; 0 where the message has no such field. */
  private static Decoding said(int content, int rtf, int rtfV2, int eventTime, int publicArea) {
    return (delivery, in) -> {
      long time = Common.time(in);
      DisplayText rich = DisplayText.read(in, in.has(rtfV2) ? rtfV2 : rtf);
      delivery.emit(
          new Chat(
              delivery.origin(time != 0 ? time : millis(in.int64(eventTime))),
              delivery.user(in, 2),
              fuller(in.string(content), rich.text()),
              Chat.Style.PLAIN,
              Chat.Pictures.of(rich.emotes(), null),
              readReply(in, publicArea),
              0));
    };
  }

  /** 0 where it can be no time. */
  private static long millis(long seconds) {
    boolean isTime = seconds > 0 && seconds <= Long.MAX_VALUE / SECOND_MS;
    return isTime ? seconds * SECOND_MS : 0;
  }

  /** A mention stands in the rich text only; a picture without a name in the plain text only. */
  private static String fuller(String content, String rich) {
    return rich.length() > content.length() ? rich : content;
  }

  /** {@code PublicAreaCommon.reply_resp.reply_uid}. */
  private static @Nullable User readReply(ProtoFields in, int publicArea)
      throws MalformedException {
    long uid = in.message(publicArea, 0L, area -> area.int64(10, 4));
    return uid == 0 ? null : User.of(Long.toUnsignedString(uid), null);
  }

  /** The whole message is one sticker. */
  static void emojiChat(Delivery delivery, ProtoFields in) throws MalformedException {
    DisplayText emoji = DisplayText.read(in, 4);
    String words = in.string(5);
    delivery.emit(
        new Chat(
            delivery.origin(in),
            delivery.user(in, 2),
            words.isEmpty() ? emoji.text() : words,
            Chat.Style.PLAIN,
            Chat.Pictures.of(emoji.emotes(), emoji.image()),
            null,
            0));
  }

  static DouyinMessage encode(Chat chat, Head head) {
    String sticker = chat.image();
    return sticker == null
        ? head.message("WebcastChatMessage", out -> writeChat(out, chat))
        : head.message("WebcastEmojiChatMessage", out -> writeSticker(out, chat, sticker));
  }

  private static void writeChat(ProtoWriter out, Chat chat) {
    out.message(2, Viewer.write(chat.user())).string(3, chat.text());
    User replyTo = chat.replyTo();
    if (replyTo != null && replyTo.id() != null) {
      ProtoWriter reply = new ProtoWriter().varint(4, DouyinMessage.id(replyTo.id()));
      out.message(9, new ProtoWriter().message(10, reply));
    }
    out.varint(15, chat.origin().time() / SECOND_MS);
    if (!chat.emotes().isEmpty()) {
      out.message(40, DisplayText.write(chat.text(), chat.emotes()));
    }
  }

  private static void writeSticker(ProtoWriter out, Chat chat, String sticker) {
    ProtoWriter emoji = new ProtoWriter();
    if (chat.emotes().isEmpty() || !chat.emotes().get(0).url().equals(sticker)) {
      DisplayText.writeImage(emoji, sticker, "");
    }
    chat.emotes().forEach(emote -> DisplayText.writeImage(emoji, emote.url(), emote.key()));
    out.message(2, Viewer.write(chat.user())).message(4, emoji).string(5, chat.text());
  }
}
