package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.FieldTable;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;

/** INTERACT_WORD: somebody entered, followed, shared or liked; protobuf as _V2 since 2025. */
final class InteractCommand {
  static final int ENTERED = 1;
  static final int FOLLOWED = 2;
  static final int SHARED = 3;
  private static final int FOLLOWED_SPECIALLY = 4;
  private static final int FOLLOWED_MUTUALLY = 5;
  private static final int LIKED = 6;

  private static final FieldTable<InteractCommand> FIELDS =
      FieldTable.<InteractCommand>empty()
          .with("msg_type", (interact, in) -> interact.type = in.integer())
          .with("timestamp", (interact, in) -> interact.timestamp = in.number())
          .with("trigger_time", (interact, in) -> interact.triggerNanos = in.number())
          .with(Person.FIELDS, interact -> interact.person);

  final Person person = new Person();
  int type;
  long timestamp;
  long triggerNanos;

  static void read(Message message) throws IOException, MalformedException {
    InteractCommand interact = new InteractCommand();
    message.data(interact, FIELDS);
    interact.emit(message);
  }

  /** INTERACT_WORD_V2; the field numbers are at {@link InteractV2Command}. */
  void data(int field, ProtoReader in) throws MalformedException {
    switch (field) {
      case 1 -> person.id(Long.toString(in.int64()));
      case 2 -> person.name = Person.words(in);
      case 5 -> type = in.int32();
      case 7 -> timestamp = in.int64();
      case 9 -> person.badge.older(in, 2, 3, 12);
      case 15 -> triggerNanos = in.int64();
      case 16 -> person.guard(in.int64());
      case 22 -> in.message(person::info);
      default -> in.skip();
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
