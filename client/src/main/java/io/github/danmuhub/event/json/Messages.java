package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What is said and taken back: chat, super_chat, retract, notice. */
final class Messages {
  private static final String BAD_COLOR = "field 'color' is not like #FFFFFF";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Messages() {}

  static void write(FieldWriter out, Chat chat) {
    out.text("text", chat.text())
        .text("color", color(chat.color()))
        .word("mode", EnumWords.MODE, chat.mode())
        .objectsIfAny("emotes", chat.emotes(), Messages::write)
        .text("image", chat.image())
        .object("reply_to", chat.replyTo(), UserAndMoney::write)
        .numberIfAny("repeated", chat.repeated());
  }

  static Chat readChat(Origin origin, FieldReader in) throws BadEventException {
    return new Chat(
        origin,
        in.user(),
        in.text("text"),
        color(in.textOrNull("color")),
        in.word("mode", EnumWords.MODE),
        in.objects("emotes", Messages::readEmote),
        in.textOrNull("image"),
        in.objectOrNull("reply_to", UserAndMoney::readUser),
        in.int32("repeated", 0));
  }

  private static void write(FieldWriter out, Chat.Emote emote) {
    out.text("key", emote.key()).text("url", emote.url());
  }

  private static Chat.Emote readEmote(FieldReader in) throws BadEventException {
    return new Chat.Emote(in.text("key"), in.text("url"));
  }

  private static @Nullable String color(int rgb) {
    if (rgb == Chat.NO_COLOR) {
      return null;
    }
    char[] text = {'#', '0', '0', '0', '0', '0', '0'};
    for (int i = 0; i < 6; i++) {
      text[6 - i] = HEX[(rgb >> (4 * i)) & 0xf];
    }
    return new String(text);
  }

  private static int color(@Nullable String text) throws BadEventException {
    if (text == null) {
      return Chat.NO_COLOR;
    }
    try {
      if (text.length() == 7 && text.charAt(0) == '#') {
        return HexFormat.fromHexDigits(text, 1, 7);
      }
    } catch (NumberFormatException e) {
      throw new BadEventException(BAD_COLOR);
    }
    throw new BadEventException(BAD_COLOR);
  }

  static void write(FieldWriter out, SuperChat chat) {
    out.text("text", chat.text())
        .object("value", chat.value(), UserAndMoney::write)
        .numberIfAny("seconds", chat.seconds());
  }

  static SuperChat readSuperChat(Origin origin, FieldReader in) throws BadEventException {
    return new SuperChat(
        origin,
        in.user(),
        in.text("text"),
        in.object("value", UserAndMoney::readMoney),
        in.int32("seconds", 0));
  }

  static void write(FieldWriter out, Retract retract) {
    out.textsIfAny("ids", retract.ids());
  }

  static Retract readRetract(Origin origin, FieldReader in) throws BadEventException {
    return new Retract(origin, in.userOrNull(), in.texts("ids"));
  }

  static void write(FieldWriter out, Notice notice) {
    out.text("text", notice.text());
  }

  static Notice readNotice(Origin origin, FieldReader in) throws BadEventException {
    return new Notice(origin, in.userOrNull(), in.text("text"));
  }
}
