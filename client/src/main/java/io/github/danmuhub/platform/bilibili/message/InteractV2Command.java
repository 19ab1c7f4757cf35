package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * INTERACT_WORD_V2: 1 uid, 2 uname, 5 msg_type, 7 timestamp, 9 FansMedal{2 level, 3 name, 12
 * anchor_roomid}, 15 trigger_time in ns, 16 privilege_type, 22 UserInfo. Field numbers as in
 * blive-message-listener.
 */
final class InteractV2Command {
  private static final long NANOS = 1_000_000;

  private InteractV2Command() {}

  static void read(Message message) throws IOException, MalformedException {
    InteractCommand interact = new InteractCommand();
    ProtobufData.read(message).fields(interact::data);
    interact.person.maskedWithoutId();
    interact.emit(message);
  }

  /** With a banner it has a message of its own. */
  static List<Raw> encode(Enter enter) {
    return enter.effect() == null
        ? encode(enter, enter.user(), InteractCommand.ENTERED)
        : WelcomeCommands.encode(enter, enter.effect());
  }

  static List<Raw> encode(Follow follow) {
    return encode(follow, follow.user(), InteractCommand.FOLLOWED);
  }

  static List<Raw> encode(Share share) {
    return encode(share, share.user(), InteractCommand.SHARED);
  }

  private static List<Raw> encode(LiveEvent event, User user, int type) {
    long time = event.origin().time();
    ProtoWriter data =
        new ProtoWriter()
            .varint(1, number(user.id()))
            .string(2, UserParts.name(user))
            .varint(5, type)
            .varint(7, time / Encoding.SECOND)
            .varint(8, time)
            .varint(15, time * NANOS)
            .varint(16, UserParts.guard(user))
            .message(22, info(user));
    User.Badge badge = user.badge();
    if (badge != null) {
      data.message(9, medal(badge));
    }
    return Encoding.message("INTERACT_WORD_V2", data, event.origin());
  }

  private static ProtoWriter info(User user) {
    ProtoWriter base =
        new ProtoWriter().string(1, UserParts.name(user)).string(2, UserParts.face(user));
    return new ProtoWriter().varint(1, number(user.id())).message(2, base);
  }

  private static ProtoWriter medal(User.Badge badge) {
    return new ProtoWriter()
        .varint(2, badge.level())
        .string(3, badge.name())
        .varint(12, number(badge.room()));
  }

  /** An id as a number; 0 for one that is none. */
  private static long number(@Nullable String id) {
    return id != null && id.matches("-?\\d{1,18}") ? Long.parseLong(id) : 0;
  }
}
