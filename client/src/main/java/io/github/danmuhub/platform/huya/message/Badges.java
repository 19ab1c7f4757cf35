package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code BadgeInfo}: the badge of a presenter's fans, in a decoration or in a message about it. */
final class Badges {
  private Badges() {}

  /**
   * Reads {@code {0 lUid, 1 lBadgeId, 3 sBadgeName, 4 iBadgeLevel}}, or the shorter form of some
   * decorations, {@code {0 lBadgeId, 1 sBadgeName, 2 iBadgeLevel}}; null where it has no name.
   */
  static User.@Nullable Badge read(TarsStruct in, Delivery delivery) throws MalformedException {
    boolean shorter = in.isText(1);
    long id = in.number(shorter ? 0 : 1);
    String name = in.text(shorter ? 1 : 3);
    int level = (int) in.number(shorter ? 2 : 4);
    boolean ours = id != 0 && id == delivery.presenter();
    return name.isEmpty()
        ? null
        : new User.Badge(name, level, ours ? delivery.room().room() : null);
  }

  static byte[] write(User user, User.Badge badge, String room, long presenter) {
    return new TarsWriter()
        .number(0, Encoding.number(user.id()))
        .number(1, room.equals(badge.room()) ? presenter : 0)
        .string(2, "")
        .string(3, badge.name())
        .number(4, badge.level())
        .toBytes();
  }

  /** {@code BadgeInfo} by itself. */
  static void badge(Delivery delivery) throws MalformedException {
    tell(delivery.body(), delivery);
  }

  /** {@code BadgeScoreChanged}. */
  static void scoreChanged(Delivery delivery) throws MalformedException {
    tell(delivery.body().struct(3), delivery);
  }

  private static void tell(TarsStruct in, Delivery delivery) throws MalformedException {
    User.Badge badge = read(in, delivery);
    if (badge != null) {
      User user = new User(Encoding.shown(in.number(0)), null, null, badge, Set.of(), 0);
      String text = "粉丝徽章 %s %d 级".formatted(badge.name(), badge.level());
      delivery.emit(new Notice(delivery.origin(), user, text));
    }
  }
}
