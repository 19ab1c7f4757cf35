package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: name and picture, and the decorations beside them, whose {@code iAppId} says whether
 * somebody is a moderator, a noble, a guard or a fan. Collected while a message is read.
 */
final class Viewer {
  private static final int FAN_BADGE = 10400;
  private static final Map<Integer, Role> ROLES =
      new TreeMap<>(
          Map.of(
              10100, Role.MODERATOR, // 房管
              10200, Role.VIP, // 贵族
              10300, Role.MEMBER, // 守护
              10900, Role.ANCHOR));

  private final Delivery delivery;
  private final long uid;
  private final String name;
  private final String avatar;
  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private User.@Nullable Badge badge;

  Viewer(Delivery delivery, long uid, String name, String avatar) {
    this.delivery = delivery;
    this.uid = uid;
    this.name = name;
    this.avatar = avatar;
    role(Role.ANCHOR, uid != 0 && uid == delivery.presenter() ? 1 : 0);
  }

  /** By {@code SenderInfo}. */
  static Viewer sender(TarsStruct in, Delivery delivery) throws MalformedException {
    return new Viewer(delivery, in.number(0), in.text(2), in.text(4)).role(Role.VIP, in.number(5));
  }

  static void writeSender(TarsWriter out, User user) {
    out.number(0, Encoding.number(user.id()))
        .number(1, 0)
        .string(2, Encoding.text(user.name()))
        .number(3, 1)
        .string(4, Encoding.text(user.avatar()))
        .number(5, user.roles().contains(Role.VIP) ? 1 : 0);
  }

  /** A level above 0 makes somebody one. */
  Viewer role(Role role, long level) {
    if (level > 0) {
      roles.add(role);
    }
    return this;
  }

  /** {@code DecorationInfo}s. */
  Viewer decorated(List<TarsStruct> decorations) throws MalformedException {
    for (TarsStruct decoration : decorations) {
      int app = (int) decoration.number(0);
      Role role = ROLES.get(app);
      if (role != null) {
        roles.add(role);
      } else if (app == FAN_BADGE) {
        wears(decoration.bytes(2));
      }
    }
    return this;
  }

  /** A badge that cannot be read is reported, and costs no chat. */
  private void wears(ByteBuffer data) {
    try {
      badge = Badges.read(TarsStruct.of(data), delivery);
    } catch (MalformedException e) {
      delivery.out().malformed("fan badge: " + e.why(), data.duplicate());
    }
  }

  static void writeDecorations(TarsWriter out, int tag, User user, String room, long presenter) {
    List<Consumer<TarsWriter>> decorations = new ArrayList<>();
    ROLES.forEach(
        (app, role) -> {
          if (user.roles().contains(role)) {
            decorations.add(decoration(app, new byte[0]));
          }
        });
    User.Badge badge = user.badge();
    if (badge != null) {
      decorations.add(decoration(FAN_BADGE, Badges.write(user, badge, room, presenter)));
    }
    out.list(tag, decorations, (to, decoration) -> to.struct(0, decoration));
  }

  private static Consumer<TarsWriter> decoration(int app, byte[] data) {
    return out -> out.number(0, app).number(1, 1).bytes(2, data).number(3, 0).number(4, 0);
  }

  User user() {
    return new User(
        Encoding.shown(uid), Encoding.shown(name), Encoding.shown(avatar), badge, roles, 0);
  }
}
