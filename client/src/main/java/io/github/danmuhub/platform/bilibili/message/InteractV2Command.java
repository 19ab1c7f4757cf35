package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;

/**
 * INTERACT_WORD_V2: 1 uid, 2 uname, 5 msg_type, 7 timestamp, 9 FansMedal{2 level, 3 name, 12
 * anchor_roomid}, 15 trigger_time in ns, 16 privilege_type, 22 UserInfo. Field numbers as in
 * blive-message-listener.
 */
final class InteractV2Command {
  private InteractV2Command() {}

  static void read(Message message) throws IOException, MalformedException {
    InteractCommand interact = new InteractCommand();
    read(ProtobufData.read(message), interact);
    interact.person.maskedWithoutId();
    interact.emit(message);
  }

  private static void read(ProtoReader in, InteractCommand interact) throws MalformedException {
    Person person = interact.person;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> person.id(Long.toString(in.int64()));
        case 2 -> person.name = Person.words(in);
        case 5 -> interact.type = in.int32();
        case 7 -> interact.timestamp = in.int64();
        case 9 -> medal(in, person);
        case 15 -> interact.triggerNanos = in.int64();
        case 16 -> person.guard(in.int64());
        case 22 -> person.info(in);
        default -> in.skip();
      }
    }
  }

  private static void medal(ProtoReader in, Person person) throws MalformedException {
    int outer = in.enter();
    int level = 0;
    String name = null;
    long room = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 2 -> level = in.int32();
        case 3 -> name = Person.words(in);
        case 12 -> room = in.int64();
        default -> in.skip();
      }
    }
    in.leave(outer);
    person.badge(name, level, Long.toString(room));
  }
}
