package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;

/** INTERACT_WORD: somebody entered, followed, shared or liked; protobuf as _V2 since 2025. */
final class InteractCommand {
  static final int ENTERED = 1;
  static final int FOLLOWED = 2;
  static final int SHARED = 3;
  private static final int FOLLOWED_SPECIALLY = 4;
  private static final int FOLLOWED_MUTUALLY = 5;
  private static final int LIKED = 6;

  final Person person = new Person();
  int type;
  long timestamp;
  long triggerNanos;

  static void read(Message message) throws IOException, MalformedException {
    InteractCommand interact = new InteractCommand();
    interact.data(message.data());
    interact.emit(message);
  }

  private void data(JsonCursor in) throws IOException {
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "msg_type" -> type = in.integer();
        case "uid" -> person.id(in.id());
        case "uname" -> person.name = in.words();
        case "timestamp" -> timestamp = in.number();
        case "trigger_time" -> triggerNanos = in.number();
        case "privilege_type" -> person.guard(in.number());
        case "fans_medal" -> person.medal(in);
        case "uinfo" -> person.info(in);
        default -> {}
      }
    }
  }

  void emit(Message message) throws IOException, MalformedException {
    User user = message.room().user(person);
    Origin origin = message.end(null, time());
    switch (type) {
      case ENTERED -> message.emit(new Enter(origin, user, null));
      case FOLLOWED, FOLLOWED_SPECIALLY, FOLLOWED_MUTUALLY ->
          message.emit(new Follow(origin, user));
      case SHARED -> message.emit(new Share(origin, user));
      case LIKED -> message.emit(new Like(origin, user, 1, 0));
      default -> message.unknown();
    }
  }

  private long time() {
    return triggerNanos > 0 ? triggerNanos : timestamp;
  }
}
