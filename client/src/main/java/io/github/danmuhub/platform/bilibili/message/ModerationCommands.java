package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Moderation.Action;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moderation of the room: mutes, silences, warnings, moderators. */
final class ModerationCommands {
  /** {@code recall_type}: one message. */
  private static final int ONE = 1;

  /** {@code recall_type}: all messages of the room. */
  private static final int EVERYTHING = 3;

  private ModerationCommands() {}

  /**
   * ROOM_BLOCK_MSG: the user stands in the message, as text, and again in its data, since 2024 with
   * how long, in words ({@code vaild_period}).
   */
  static void block(Message message) throws IOException, MalformedException {
    Person person = new Person();
    String howLong = null;
    for (String f = message.field(); f != null; f = message.field()) {
      JsonCursor in = message.in();
      if (f.equals("data") && in.object()) {
        for (String inner = in.field(); inner != null; inner = in.field()) {
          uidOrName(inner, in, person);
          howLong = inner.equals("vaild_period") ? in.words() : howLong;
        }
      } else {
        uidOrName(f, in, person);
      }
    }
    emit(message, Action.MUTE, person, howLong);
  }

  private static void uidOrName(String field, JsonCursor in, Person person) throws IOException {
    switch (field) {
      case "uid" -> person.id(in.id());
      case "uname" -> person.name = in.words();
      default -> {}
    }
  }

  /**
   * {@code type}: from which user level, medal level, or for all; since 2025 {@code msg} says it.
   */
  static void silenceOn(Message message) throws IOException, MalformedException {
    String type = null;
    String words = null;
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "type" -> type = in.words();
        case "msg" -> words = in.words();
        default -> {}
      }
    }
    String text = words == null ? type : words;
    message.emit(new Moderation(message.end(), null, Action.SILENCE_ON, null, text));
  }

  static void silenceOff(Message message) throws IOException, MalformedException {
    String words = message.dataField("msg", JsonCursor::words);
    message.emit(new Moderation(message.end(), null, Action.SILENCE_OFF, null, words));
  }

  static void warning(Message message) throws IOException, MalformedException {
    words(message, Action.WARN);
  }

  static void cutOff(Message message) throws IOException, MalformedException {
    words(message, Action.CUT_OFF);
  }

  /** ROOM_LOCK: the room is closed until {@code expire}, in Chinese time. */
  static void lock(Message message) throws IOException, MalformedException {
    String expire = null;
    for (String f = message.field(); f != null; f = message.field()) {
      if (f.equals("expire")) {
        expire = message.in().words();
      }
    }
    message.emit(new Moderation(message.end(), null, Action.LOCK, null, expire));
  }

  static void adminAdd(Message message) throws IOException, MalformedException {
    words(message, Action.ADMIN_ADD);
  }

  static void adminRevoke(Message message) throws IOException, MalformedException {
    words(message, Action.ADMIN_REMOVE);
  }

  /** {@code {"cmd":…,"msg":"…","uid":…}} without data. */
  private static void words(Message message, Action action) throws IOException, MalformedException {
    Person person = new Person();
    String text = null;
    for (String f = message.field(); f != null; f = message.field()) {
      switch (f) {
        case "msg" -> text = message.in().words();
        case "uid" -> person.id(message.in().id());
        default -> {}
      }
    }
    emit(message, action, person, text);
  }

  private static void emit(Message message, Action action, Person person, @Nullable String text)
      throws IOException, MalformedException {
    User target = person.id() == null && person.name == null ? null : message.room().user(person);
    message.emit(new Moderation(message.end(), null, action, target, text));
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
}
