package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.platform.bilibili.json.ChatExtra;
import io.github.danmuhub.wire.ElementTable;
import io.github.danmuhub.wire.FieldTable;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DANMU_MSG: 弹幕, as {@code info}, an array of arrays that has grown from 16 to 18 entries. Four of
 * five messages are this one.
 */
final class ChatCommand {
  private static final JsonText NOTHING = JsonText.object();
  private static final int FONT_SIZE = 25;
  private static final int DEFAULT_COLOR = 9868950;
  private static final int SCROLLING = 1;
  private static final int BOTTOM = 4;
  private static final int TOP = 5;
  private static final int POSITIONED = 7;

  private static final int RGB = 0xffffff;
  private static final long OPAQUE = 0xff000000L;

  private static final ElementTable<ChatCommand> SENDER =
      ElementTable.<ChatCommand>empty()
          .with(0, (chat, in) -> chat.person.id(in.id(chat.person.id())))
          .with(1, (chat, in) -> chat.person.name = in.words(chat.person.name))
          .with(2, (chat, in) -> chat.person.is(Role.MODERATOR, in.flag()))
          .with(3, (chat, in) -> chat.person.is(Role.VIP, in.flag()))
          .with(4, (chat, in) -> chat.person.is(Role.VIP, in.flag()));

  private static final ElementTable<ChatCommand> LEVEL =
      ElementTable.<ChatCommand>empty().with(0, (chat, in) -> chat.person.level = in.integer());

  private static final FieldTable<ChatCommand> DETAILS =
      FieldTable.<ChatCommand>empty()
          .with("extra", (chat, in) -> chat.extra = in.string(ChatExtra.READING))
          .with("user", (chat, in) -> chat.person.info(in));

  private static final ElementTable<ChatCommand> LOOKS =
      ElementTable.<ChatCommand>empty()
          .with(1, (chat, in) -> chat.mode(in.number()))
          .with(3, (chat, in) -> chat.color = color(in.number(Chat.NO_COLOR)))
          .with(4, (chat, in) -> chat.time = in.number())
          .with(13, (chat, in) -> chat.image = in.field("url", JsonCursor::words))
          .with(15, (chat, in) -> in.fields(chat, DETAILS));

  private static final ElementTable<ChatCommand> INFO =
      ElementTable.<ChatCommand>empty()
          .with(0, (chat, in) -> in.elements(chat, LOOKS))
          .with(1, ChatCommand::text)
          .with(2, (chat, in) -> in.elements(chat, SENDER))
          .with(3, (chat, in) -> chat.person.badge.listed(in))
          .with(4, (chat, in) -> in.elements(chat, LEVEL))
          .with(7, (chat, in) -> chat.person.guard(in.number()));

  private final Person person = new Person();
  private @Nullable String text;
  private long time;
  private int color = Chat.NO_COLOR;
  private Chat.Mode mode = Chat.Mode.SCROLL;
  private boolean positioned;
  private @Nullable String image;
  private @Nullable ChatExtra extra;

  static void read(Message message) throws IOException, MalformedException {
    ChatCommand chat = new ChatCommand();
    for (String f = message.field(); f != null; f = message.field()) {
      if (f.equals("info")) {
        message.in().elements(chat, INFO);
      }
    }
    if (chat.text == null) {
      throw message.malformed("has no text");
    }
    ChatExtra extra = chat.extra == null ? ChatExtra.NONE : chat.extra;
    Origin origin = message.end(extra.id(), chat.time);
    message.emit(
        new Chat(
            origin,
            message.room().user(chat.person),
            chat.text,
            new Chat.Style(chat.color, chat.mode),
            Chat.Pictures.of(extra.emotes(), chat.image),
            extra.replyTo(),
            0));
  }

  private void text(JsonCursor in) throws IOException {
    text = positioned ? PositionedText.of(in.text()) : in.text();
  }

  /** 0 is black. With an alpha value in front only an opaque one is a colour. */
  private static int color(long color) {
    boolean plain = color >= 0 && color <= RGB;
    boolean opaque = color >= OPAQUE && color <= (OPAQUE | RGB);
    return plain || opaque ? (int) color & RGB : Chat.NO_COLOR;
  }

  private void mode(long wanted) {
    positioned = wanted == POSITIONED;
    if (wanted == BOTTOM) {
      mode = Chat.Mode.BOTTOM;
    } else if (wanted == TOP) {
      mode = Chat.Mode.TOP;
    }
  }

  /** The 18 entries of {@code info} that it has since 2024. */
  static List<Raw> encode(Chat chat) {
    User user = chat.user();
    JsonText info = JsonText.array().add(looks(chat)).add(chat.text()).add(sender(user));
    info.add(medal(user)).add(JsonText.array().add(user.level()).add(0).add(DEFAULT_COLOR).add(""));
    info.add(JsonText.array().add("").add("")).add(0).add(UserParts.guard(user)).add(NOTHING);
    info.add(JsonText.object().put("ts", chat.origin().time() / Encoding.SECOND).put("ct", ""));
    info.add(0).add(0).add(NOTHING).add(NOTHING).add(0).add(0).add(JsonText.array().add(0));
    info.add(NOTHING);
    return List.of(Encoding.raw(JsonText.object().put("cmd", "DANMU_MSG").put("info", info)));
  }

  private static JsonText looks(Chat chat) {
    String image = chat.image();
    JsonText looks = JsonText.array().add(0).add(number(chat.mode())).add(FONT_SIZE);
    looks.add(chat.color()).add(chat.origin().time()).add(0).add(0).add("");
    looks.add(0).add(0).add(0).add("").add(image == null ? 0 : 1);
    looks.add(image == null ? JsonText.object() : JsonText.object().put("url", image));
    return looks.add(JsonText.object()).add(details(chat)).add(JsonText.object()).add(0);
  }

  private static long number(Chat.Mode mode) {
    return switch (mode) {
      case SCROLL -> SCROLLING;
      case TOP -> TOP;
      case BOTTOM -> BOTTOM;
    };
  }

  /** The message's only id lies in JSON inside a JSON string. */
  private static JsonText details(Chat chat) {
    User replyTo = chat.replyTo();
    JsonText extra = JsonText.object().put("mode", 0).put("content", chat.text());
    extra.put("emots", emotes(chat.emotes())).put("id_str", chat.origin().id());
    if (replyTo == null) {
      extra.put("reply_mid", 0).put("reply_uname", "");
    } else {
      extra.id("reply_mid", replyTo.id()).put("reply_uname", UserParts.name(replyTo));
    }
    return JsonText.object()
        .put("extra", extra.toString())
        .put("mode", 0)
        .put("user", UserParts.info(chat.user()));
  }

  private static @Nullable JsonText emotes(List<Chat.Emote> emotes) {
    JsonText written = JsonText.object();
    emotes.forEach(emote -> written.put(emote.key(), JsonText.object().put("url", emote.url())));
    return emotes.isEmpty() ? null : written;
  }

  private static JsonText sender(User user) {
    JsonText sender = JsonText.array().addId(UserParts.uid(user)).add(UserParts.name(user));
    int vip = UserParts.flag(user, Role.VIP);
    sender.add(UserParts.flag(user, Role.MODERATOR)).add(vip).add(0);
    return sender.add(10_000).add(1).add("");
  }

  private static JsonText medal(User user) {
    User.Badge badge = user.badge();
    JsonText medal = JsonText.array();
    return badge == null
        ? medal
        : medal.add(badge.level()).add(badge.name()).add("").addId(badge.room()).add(DEFAULT_COLOR);
  }
}
