package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import io.github.danmuhub.wire.ProtoWriter;
import org.jspecify.annotations.Nullable;

/** What viewers say: chat, stickers, and the paid banners that fly over the screen (飘屏). */
final class ChatEvents {
  private static final long SECOND_MS = 1_000;

  private ChatEvents() {}

  /** Which field is what; -1 where the message has no such field. */
  private record Layout(int content, int rtf, int rtfV2, int eventTime, int publicArea) {}

  private static final Layout CHAT = new Layout(3, 40, 41, 15, 9);
  private static final Layout SCREEN = new Layout(4, 30, 32, 12, 10);
  private static final Layout PRIVILEGE_SCREEN = new Layout(3, 7, 8, -1, 4);
  private static final Layout EPISODE = new Layout(3, -1, -1, -1, 6);
  private static final Layout AUDIO = new Layout(3, 7, -1, -1, 6);

  static void chat(Delivery delivery) throws MalformedException {
    emit(delivery, CHAT);
  }

  static void screenChat(Delivery delivery) throws MalformedException {
    emit(delivery, SCREEN);
  }

  static void privilegeScreenChat(Delivery delivery) throws MalformedException {
    emit(delivery, PRIVILEGE_SCREEN);
  }

  static void episodeChat(Delivery delivery) throws MalformedException {
    emit(delivery, EPISODE);
  }

  static void audioChat(Delivery delivery) throws MalformedException {
    emit(delivery, AUDIO);
  }

  private static void emit(Delivery delivery, Layout layout) throws MalformedException {
    long time = 0;
    long eventTime = 0;
    Viewer user = Viewer.NOBODY;
    String content = "";
    DisplayText rtf = DisplayText.NONE;
    User replyTo = null;
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        time = Common.time(in);
      } else if (field == 2) {
        user = Viewer.read(in);
      } else if (field == layout.content) {
        content = in.string();
      } else if (field == layout.rtf || field == layout.rtfV2) {
        rtf = DisplayText.read(in);
      } else if (field == layout.eventTime) {
        eventTime = in.int64();
      } else if (field == layout.publicArea) {
        replyTo = readReply(in);
      } else {
        in.skip();
      }
    }
    delivery.emit(
        new Chat(
            delivery.origin(time != 0 ? time : millis(eventTime)),
            delivery.shown(user),
            fuller(content, rtf.text()),
            Chat.NO_COLOR,
            Chat.Mode.SCROLL,
            rtf.emotes(),
            null,
            replyTo,
            0));
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
  private static @Nullable User readReply(ProtoReader in) throws MalformedException {
    long uid = 0;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 10) {
        uid = in.innerNumber(4);
      } else {
        in.skip();
      }
    }
    in.leave(outer);
    return uid == 0 ? null : User.of(Long.toUnsignedString(uid), null);
  }

  /** The whole message is one sticker. */
  static void emojiChat(Delivery delivery) throws MalformedException {
    long time = 0;
    Viewer user = Viewer.NOBODY;
    DisplayText emoji = DisplayText.NONE;
    String words = "";
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = Common.time(in);
        case 2 -> user = Viewer.read(in);
        case 4 -> emoji = DisplayText.read(in);
        case 5 -> words = in.string();
        default -> in.skip();
      }
    }
    delivery.emit(
        new Chat(
            delivery.origin(time),
            delivery.shown(user),
            words.isEmpty() ? emoji.text() : words,
            Chat.NO_COLOR,
            Chat.Mode.SCROLL,
            emoji.emotes(),
            emoji.image(),
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
