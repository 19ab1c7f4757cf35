package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;

/** LIKE_INFO_V3_CLICK: somebody liked; how often in a row, the platform does not say. */
final class LikeCommand {
  private LikeCommand() {}

  static void read(Message message) throws IOException, MalformedException {
    Person person = new Person();
    message.data(person, Person.FIELDS);
    message.emit(new Like(message.end(), message.room().user(person), 1, 0));
  }

  /** As many as there were, the platform does not say. */
  static List<Raw> encode(Like like) {
    User user = like.user();
    if (user == null) {
      return List.of();
    }
    JsonText data =
        JsonText.object()
            .put("show_area", 1)
            .put("msg_type", 6)
            .id("uid", UserParts.uid(user))
            .put("uname", UserParts.name(user))
            .put("like_text", "为主播点赞了")
            .put("fans_medal", UserParts.medal(user))
            .put("uinfo", UserParts.info(user));
    return Encoding.message("LIKE_INFO_V3_CLICK", data, like.origin());
  }
}
