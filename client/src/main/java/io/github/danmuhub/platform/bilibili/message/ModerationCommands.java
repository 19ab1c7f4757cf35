package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Moderation.Action;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moderation of the room: mutes, silences, warnings, moderators. */
final class ModerationCommands {
  /** {@code recall_type}: one message. */
  private static final int ONE = 1;

  /** {@code recall_type}: all that one user said. */
  private static final int ALL_OF_ONE = 2;

  /** {@code recall_type}: all messages of the room. */
  private static final int EVERYTHING = 3;

  private final Person person = new Person();
  private @Nullable String words;
  private @Nullable String type;

  private ModerationCommands() {}

  /** WARNING, CUT_OFF, room_admin_entrance, ROOM_ADMIN_REVOKE: words, and whom, without data. */
  static Command of(Action action) {
    return message -> {
      ModerationCommands done = new ModerationCommands();
      message.fields(done::told);
      done.emit(message, action);
    };
  }

  private void told(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "msg" -> words = in.words();
      case "uid" -> person.id(in.id());
      default -> {}
    }
  }

  /**
   * ROOM_SILENT_ON, ROOM_SILENT_OFF. {@code type}: from which user level, medal level, or for all;
   * since 2025 {@code msg} says it.
   */
  static Command silence(Action action) {
    return message -> {
      ModerationCommands done = new ModerationCommands();
      message.data(done::silenced);
      boolean untold = done.words == null && action == Action.SILENCE_ON;
      done.words = untold ? done.type : done.words;
      done.emit(message, action);
    };
  }

  private void silenced(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "type" -> type = in.words();
      case "msg" -> words = in.words();
      default -> {}
    }
  }

  /**
   * ROOM_BLOCK_MSG: the user stands in the message, as text, and again in its data, since 2024 with
   * how long, in words ({@code vaild_period}).
   */
  static void block(Message message) throws IOException, MalformedException {
    ModerationCommands done = new ModerationCommands();
    message.fields(done::blocked);
    done.emit(message, Action.MUTE);
  }

  private void blocked(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "data" -> in.fields(this::blocked);
      case "vaild_period" -> words = in.words();
      default -> person.named(field, in);
    }
  }

  /** ROOM_LOCK: the room is closed until {@code expire}, in Chinese time. */
  static void lock(Message message) throws IOException, MalformedException {
    String expire = message.field("expire", JsonCursor::words);
    message.emit(new Moderation(message.end(), null, Action.LOCK, null, expire));
  }

  private void emit(Message message, Action action) throws IOException, MalformedException {
    User target = person.isTold() ? message.room().user(person) : null;
    message.emit(new Moderation(message.end(), null, action, target, words));
  }

  /** RECALL_DANMU_MSG: by {@code recall_type} 1 one message, 2 all that the user said, 3 all. */
  static void recall(Message message) throws IOException, MalformedException {
    long type = 0;
    String target = null;
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "recall_type" -> type = in.number();
        case "target_id" -> target = in.id();
        default -> {}
      }
    }
    if (target == null && type != EVERYTHING) {
      throw message.malformed("does not say whose messages");
    }
    User user = type == ONE || type == EVERYTHING ? null : User.of(target, null);
    List<String> ids = type == ONE && target != null ? List.of(target) : List.of();
    message.emit(new Retract(message.end(), user, ids));
  }

  /** One message by its id, all that somebody said, or super chats. */
  static List<Raw> encode(Retract retract) {
    User user = retract.user();
    if (user == null && retract.ids().size() > 1) {
      JsonText ids = JsonText.array();
      retract.ids().forEach(ids::addId);
      JsonText data = JsonText.object().put("ids", ids);
      return Encoding.message("SUPER_CHAT_MESSAGE_DELETE", data, retract.origin());
    }
    JsonText data =
        user == null
            ? JsonText.object().put("recall_type", ONE).id("target_id", retract.ids().get(0))
            : JsonText.object().put("recall_type", ALL_OF_ONE).id("target_id", user.id());
    return Encoding.message("RECALL_DANMU_MSG", data, retract.origin());
  }

  /** None for what this platform does not do. */
  static List<Raw> encode(Moderation done) {
    String text = done.text();
    JsonText data = JsonText.object();
    return switch (done.action()) {
      case MUTE -> muted(done);
      case SILENCE_ON -> Encoding.message("ROOM_SILENT_ON", data.put("msg", text), done.origin());
      case SILENCE_OFF -> Encoding.message("ROOM_SILENT_OFF", data.put("msg", text), done.origin());
      case WARN -> words("WARNING", done);
      case CUT_OFF -> words("CUT_OFF", done);
      case LOCK ->
          List.of(Encoding.raw(Encoding.envelope("ROOM_LOCK", done.origin()).put("expire", text)));
      case ADMIN_ADD -> words("room_admin_entrance", done);
      case ADMIN_REMOVE -> words("ROOM_ADMIN_REVOKE", done);
      case UNMUTE, BLOCK, UNBLOCK, KICK -> List.of();
    };
  }

  private static List<Raw> muted(Moderation done) {
    JsonText data = JsonText.object().put("vaild_period", done.text());
    JsonText message = Encoding.envelope("ROOM_BLOCK_MSG", done.origin());
    User target = done.target();
    if (target != null) {
      data.id("uid", target.id()).put("uname", target.name());
      message.put("uid", target.id()).put("uname", target.name());
    }
    return List.of(Encoding.raw(message.put("data", data)));
  }

  private static List<Raw> words(String cmd, Moderation done) {
    JsonText message = Encoding.envelope(cmd, done.origin()).put("msg", done.text());
    User target = done.target();
    return List.of(Encoding.raw(target == null ? message : message.id("uid", target.id())));
  }
}
