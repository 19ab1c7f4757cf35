package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
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

  private final Person person = new Person();
  private @Nullable String id;
  private @Nullable String text;
  private long yuan;
  private int seconds;
  private long timestamp;
  private long startTime;

  private SuperChatCommands() {}

  static void message(Message message) throws IOException, MalformedException {
    SuperChatCommands superChat = new SuperChatCommands();
    superChat.data(message.data());
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
            superChat.seconds));
  }

  private void data(JsonCursor in) throws IOException {
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "id" -> id = in.id();
        case "uid" -> person.id(in.id());
        case "message" -> text = in.text();
        case "price" -> yuan = in.number();
        case "time" -> seconds = in.integer();
        case "ts" -> timestamp = in.number();
        case "start_time" -> startTime = in.number();
        case "user_info" -> userInfo(in);
        case "medal_info" -> person.medal(in);
        case "uinfo" -> person.info(in);
        default -> {}
      }
    }
  }

  private void userInfo(JsonCursor in) throws IOException {
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "uname" -> person.name = in.words();
        case "face" -> person.avatar = in.words();
        case "guard_level" -> person.guard(in.number());
        case "user_level" -> person.level = in.integer();
        case "manager" -> person.is(Role.MODERATOR, in.flag());
        case "is_vip", "is_svip" -> person.is(Role.VIP, in.flag());
        default -> {}
      }
    }
  }

  static void delete(Message message) throws IOException, MalformedException {
    List<String> ids = new ArrayList<>();
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      if (f.equals("ids") && in.array()) {
        readIds(in, ids);
      }
    }
    if (ids.isEmpty()) {
      throw message.malformed("has no ids");
    }
    message.emit(new Retract(message.end(), null, ids));
  }

  private static void readIds(JsonCursor in, List<String> ids) throws IOException {
    while (in.element()) {
      String id = in.id();
      if (id != null && ids.size() < IDS) {
        ids.add(id);
      }
    }
  }
}
