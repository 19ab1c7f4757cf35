package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Like;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;

/** LIKE_INFO_V3_CLICK: somebody liked; how often in a row, the platform does not say. */
final class LikeCommand {
  private LikeCommand() {}

  static void read(Message message) throws IOException, MalformedException {
    Person person = new Person();
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "uid" -> person.id(in.id());
        case "uname" -> person.name = in.words();
        case "fans_medal" -> person.medal(in);
        case "uinfo" -> person.info(in);
        default -> {}
      }
    }
    message.emit(new Like(message.end(), message.room().user(person), 1, 0));
  }
}
