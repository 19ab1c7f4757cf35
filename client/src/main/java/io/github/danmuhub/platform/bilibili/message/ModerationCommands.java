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
  private ModerationCommands() {}

  /** ROOM_BLOCK_MSG: the user stands in the message, as text, and again in its data. */
  static void block(Message message) throws IOException, MalformedException {
    Person person = new Person();
    for (String f = message.field(); f != null; f = message.field()) {
      JsonCursor in = message.in();
      if (f.equals("data") && in.object()) {
        for (String inner = in.field(); inner != null; inner = in.field()) {
          uidOrName(inner, in, person);
        }
      } else {
        uidOrName(f, in, person);
      }
    }
    emit(message, Action.MUTE, person, null);
  }

  private static void uidOrName(String field, JsonCursor in, Person person) throws IOException {
    switch (field) {
      case "uid" -> person.id(in.id());
      case "uname" -> person.name = in.words();
      default -> {}
    }
  }

  /** {@code type}: from which user level, medal level, or for all. */
  static void silenceOn(Message message) throws IOException, MalformedException {
    String type = message.dataField("type", JsonCursor::words);
    message.emit(new Moderation(message.end(), null, Action.SILENCE_ON, null, type));
  }

  static void silenceOff(Message message) throws IOException, MalformedException {
    message.emit(new Moderation(message.end(), null, Action.SILENCE_OFF, null, null));
  }

  static void warning(Message message) throws IOException, MalformedException {
    words(message, Action.WARN);
  }

  static void cutOff(Message message) throws IOException, MalformedException {
    words(message, Action.CUT_OFF);
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

  /** RECALL_DANMU_MSG: all that the user said is taken back. */
  static void recall(Message message) throws IOException, MalformedException {
    String target = message.dataField("target_id", JsonCursor::id);
    if (target == null) {
      throw message.malformed("does not say whose messages");
    }
    message.emit(new Retract(message.end(), User.of(target, null), List.of()));
  }
}
