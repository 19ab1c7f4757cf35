package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.HexColor;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SUPER_CHAT_MESSAGE and its copy with a Japanese translation, _JPN: 醒目留言. Both carry the same id,
 * which makes the later one a duplicate. In _JPN, ids are strings.
 */
final class SuperChatCommands {
  private static final int IDS = 1_000;
  private static final JsonText GIFT =
      JsonText.object().put("gift_id", 12_000).put("gift_name", "醒目留言").put("num", 1);

  private final Person person = new Person();
  private @Nullable String id;
  private @Nullable String text;
  private long yuan;
  private int seconds;
  private long timestamp;
  private long startTime;
  private @Nullable String headColor;
  private @Nullable String bodyColor;

  private SuperChatCommands() {}

  static void message(Message message) throws IOException, MalformedException {
    SuperChatCommands superChat = new SuperChatCommands();
    message.data(superChat::data);
    Money value = Coins.yuan(superChat.yuan);
    if (superChat.text == null || value == null) {
      throw message.malformed("has no text or no price");
    }
    Origin origin =
        message.end(
            superChat.id, superChat.timestamp > 0 ? superChat.timestamp : superChat.startTime);
    message.emit(
        new SuperChat(
            origin,
            message.room().user(superChat.person),
            superChat.text,
            value,
            superChat.seconds,
            superChat.colors()));
  }

  private SuperChat.@Nullable Colors colors() {
    int head = HexColor.parse(headColor);
    int body = HexColor.parse(bodyColor);
    return Math.min(head, body) == Chat.NO_COLOR ? null : new SuperChat.Colors(head, body);
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "id" -> id = in.id();
      case "message" -> text = in.text();
      case "price" -> yuan = in.number();
      case "time" -> seconds = in.integer();
      case "ts" -> timestamp = in.number();
      case "start_time" -> startTime = in.number();
      case "background_color" -> headColor = in.text();
      case "background_bottom_color" -> bodyColor = in.text();
      case "user_info" -> in.fields(person, Person.FIELDS);
      default -> person.field(field, in);
    }
  }

  static void delete(Message message) throws IOException, MalformedException {
    List<String> ids = new ArrayList<>();
    message.data((field, in) -> ids(field, in, ids));
    if (ids.isEmpty()) {
      throw message.malformed("has no ids");
    }
    message.emit(new Retract(message.end(), null, ids));
  }

  private static void ids(String field, JsonCursor in, List<String> ids) throws IOException {
    if (field.equals("ids")) {
      in.elements((i, one) -> add(one.id(), ids));
    }
  }

  private static void add(@Nullable String id, List<String> ids) {
    if (id != null && ids.size() < IDS) {
      ids.add(id);
    }
  }

  /** It comes twice, where an id tells that the second is a copy; there, ids are strings. */
  static List<Raw> encode(SuperChat chat) {
    String id = chat.origin().id();
    Raw first = message("SUPER_CHAT_MESSAGE", chat, JsonText.object().id("id", id));
    return id == null
        ? List.of(first)
        : List.of(first, message("SUPER_CHAT_MESSAGE_JPN", chat, JsonText.object().put("id", id)));
  }

  private static Raw message(String cmd, SuperChat chat, JsonText data) {
    long seconds = chat.origin().time() / Encoding.SECOND;
    SuperChat.Colors colors = chat.colors();
    data.id("uid", UserParts.uid(chat.user()))
        .put("price", chat.value().milli() / 1000)
        .put("rate", 1000)
        .put("message", chat.text())
        .put("message_trans", "")
        .put("message_jpn", "")
        .put("background_bottom_color", colors == null ? null : HexColor.text(colors.body()))
        .put("background_color", colors == null ? null : HexColor.text(colors.head()))
        .put("start_time", seconds)
        .put("end_time", seconds + chat.seconds())
        .put("time", chat.seconds())
        .put("ts", seconds)
        .put("gift", GIFT)
        .put("medal_info", UserParts.medal(chat.user()))
        .put("user_info", userInfo(chat.user()));
    return Encoding.raw(JsonText.object().put("cmd", cmd).put("data", data));
  }

  private static JsonText userInfo(User user) {
    return JsonText.object()
        .put("uname", UserParts.name(user))
        .put("face", UserParts.face(user))
        .put("guard_level", UserParts.guard(user))
        .put("user_level", user.level())
        .put("manager", UserParts.flag(user, Role.MODERATOR))
        .put("is_vip", UserParts.flag(user, Role.VIP))
        .put("is_svip", 0);
  }
}
