package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.HexColor;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;

/** What is said and taken back: chat, super_chat, retract, notice. */
final class Messages {
  private Messages() {}

  static void write(FieldWriter out, Chat chat) {
    out.text("text", chat.text())
        .text("color", HexColor.text(chat.color()))
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
        new Chat.Style(color(in, "color"), in.word("mode", EnumWords.MODE)),
        Chat.Pictures.of(in.objects("emotes", Messages::readEmote), in.textOrNull("image")),
        in.objectOrNull("reply_to", UserAndMoney::readUser),
        in.int32("repeated", 0));
  }

  private static void write(FieldWriter out, Chat.Emote emote) {
    out.text("key", emote.key()).text("url", emote.url());
  }

  private static Chat.Emote readEmote(FieldReader in) throws BadEventException {
    return new Chat.Emote(in.text("key"), in.text("url"));
  }

  private static int color(FieldReader in, String name) throws BadEventException {
    String text = in.textOrNull(name);
    int rgb = HexColor.parse(text);
    if (text != null && rgb == Chat.NO_COLOR) {
      throw new BadEventException("field '" + name + "' is not like #FFFFFF");
    }
    return rgb;
  }

  static void write(FieldWriter out, SuperChat chat) {
    out.text("text", chat.text())
        .object("value", chat.value(), UserAndMoney::write)
        .numberIfAny("seconds", chat.seconds())
        .object("colors", chat.colors(), Messages::write);
  }

  static SuperChat readSuperChat(Origin origin, FieldReader in) throws BadEventException {
    return new SuperChat(
        origin,
        in.user(),
        in.text("text"),
        in.object("value", UserAndMoney::readMoney),
        in.int32("seconds", 0),
        in.objectOrNull("colors", Messages::readColors));
  }

  private static void write(FieldWriter out, SuperChat.Colors colors) {
    out.text("head", HexColor.text(colors.head())).text("body", HexColor.text(colors.body()));
  }

  private static SuperChat.Colors readColors(FieldReader in) throws BadEventException {
    return new SuperChat.Colors(requiredColor(in, "head"), requiredColor(in, "body"));
  }

  private static int requiredColor(FieldReader in, String name) throws BadEventException {
    in.text(name);
    return color(in, name);
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
