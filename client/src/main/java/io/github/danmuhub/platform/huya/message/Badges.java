package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsReader;
import io.github.danmuhub.wire.TarsWriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code BadgeInfo}: the badge of a presenter's fans, in a decoration or in a message about it. */
final class Badges {
  private Badges() {}

  /** Whose badge it is, and which; null where it has no name. */
  record Worn(long uid, User.@Nullable Badge badge) {}

  /**
   * Reads one: {@code {0 lUid, 1 lBadgeId, 3 sBadgeName, 4 iBadgeLevel}}, or the shorter form of
   * some decorations, {@code {0 lBadgeId, 1 sBadgeName, 2 iBadgeLevel}}.
   */
  static Worn read(TarsReader in, Delivery delivery) throws MalformedException {
    long first = 0;
    long id = 0;
    String name = "";
    int level = 0;
    boolean shorter = false;
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      if (tag == 0) {
        first = in.int64();
      } else if (tag == 1 && in.isText()) {
        shorter = true;
        name = in.string();
      } else if (tag == 1) {
        id = in.int64();
      } else if (tag == 3 && !shorter) {
        name = in.string();
      } else if (tag == (shorter ? 2 : 4)) {
        level = in.int32();
      } else {
        in.skip();
      }
    }
    long badgeId = shorter ? first : id;
    boolean ours = badgeId != 0 && badgeId == delivery.presenter();
    return new Worn(
        shorter ? 0 : first,
        name.isEmpty() ? null : new User.Badge(name, level, ours ? delivery.room().room() : null));
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
    tell(read(delivery.reader(), delivery), delivery);
  }

  /** {@code BadgeScoreChanged}. */
  static void scoreChanged(Delivery delivery) throws MalformedException {
    TarsReader in = delivery.reader();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      if (tag == 3) {
        in.enter();
        tell(read(in, delivery), delivery);
      } else {
        in.skip();
      }
    }
  }

  private static void tell(Worn worn, Delivery delivery) {
    User.Badge badge = worn.badge();
    if (badge == null) {
      return;
    }
    String id = worn.uid() == 0 ? null : Long.toString(worn.uid());
    User user = new User(id, null, null, badge, Set.of(), 0);
    String text = "粉丝徽章 %s %d 级".formatted(badge.name(), badge.level());
    delivery.emit(new Notice(delivery.origin(), user, text));
  }
}
