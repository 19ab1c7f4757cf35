package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;

/** People who enter with a greeting: ENTRY_EFFECT, and WELCOME and WELCOME_GUARD until 2021. */
final class WelcomeCommands {
  private WelcomeCommands() {}

  /**
   * Without {@code uinfo} only the text says the name, which may be shortened there, but not in
   * {@code copy_writing_v2}.
   */
  static void entryEffect(Message message) throws IOException, MalformedException {
    Person person = new Person();
    String effect = null;
    String again = null;
    long triggerNanos = 0;
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "copy_writing" -> effect = in.words();
        case "copy_writing_v2" -> again = in.words();
        case "trigger_time" -> triggerNanos = in.number();
        default -> person.field(f, in);
      }
    }
    if (person.name == null) {
      String name = MarkedText.name(effect);
      person.name = name == null ? MarkedText.name(again) : name;
    }
    message.emit(
        new Enter(
            message.end(null, triggerNanos),
            message.room().user(person),
            MarkedText.words(effect)));
  }

  static void welcome(Message message) throws IOException, MalformedException {
    Person person = new Person();
    message.data(person, Person.FIELDS);
    message.emit(new Enter(message.end(), message.room().user(person), null));
  }

  /** ENTRY_EFFECT. */
  static List<Raw> encode(Enter enter, String effect) {
    User user = enter.user();
    JsonText data =
        JsonText.object()
            .id("uid", UserParts.uid(user))
            .put("face", UserParts.face(user))
            .put("privilege_type", UserParts.guard(user))
            .put("copy_writing", effect)
            .put("copy_writing_v2", effect)
            .put("uinfo", UserParts.info(user));
    return Encoding.message("ENTRY_EFFECT", data, enter.origin());
  }
}
