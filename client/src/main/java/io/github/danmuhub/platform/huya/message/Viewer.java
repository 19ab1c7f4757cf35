package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsReader;
import io.github.danmuhub.wire.TarsWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: {@code SenderInfo}, and the decorations beside it, whose {@code iAppId} says whether
 * somebody is a moderator, a noble, a guard or a fan. Collected while a message is read.
 */
final class Viewer {
  private static final int FAN_BADGE = 10400;
  private static final Map<Integer, Role> ROLES =
      Map.of(
          10090, Role.MODERATOR, // of the presenter's guild
          10100, Role.MODERATOR,
          10200, Role.VIP, // 贵族
          10300, Role.MEMBER, // 守护
          10900, Role.ANCHOR);
  private static final Map<Role, Integer> APPS =
      new EnumMap<>(
          Map.of(Role.MODERATOR, 10100, Role.VIP, 10200, Role.MEMBER, 10300, Role.ANCHOR, 10900));

  private final Delivery delivery;
  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private long uid;
  private String name = "";
  private String avatar = "";
  private User.@Nullable Badge badge;

  Viewer(Delivery delivery) {
    this.delivery = delivery;
  }

  void uid(long known) {
    uid = known;
  }

  void name(String known) {
    name = known;
  }

  void avatar(String known) {
    avatar = known;
  }

  /** A level above 0 makes somebody one. */
  void role(Role role, long level) {
    if (level > 0) {
      roles.add(role);
    }
  }

  /** {@code SenderInfo}. */
  void readSender(TarsReader in) throws MalformedException {
    in.enter();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 0 -> uid = in.int64();
        case 2 -> name = in.string();
        case 4 -> avatar = in.string();
        case 5 -> role(Role.VIP, in.int64());
        default -> in.skip();
      }
    }
  }

  static void writeSender(TarsWriter out, User user) {
    out.number(0, Encoding.number(user.id()))
        .number(1, 0)
        .string(2, Encoding.text(user.name()))
        .number(3, 1)
        .string(4, Encoding.text(user.avatar()))
        .number(5, user.roles().contains(Role.VIP) ? 1 : 0);
  }

  /** A list of {@code DecorationInfo}. */
  void readDecorations(TarsReader in) throws MalformedException {
    in.each(this::readDecoration);
  }

  private void readDecoration(TarsReader in) throws MalformedException {
    int app = 0;
    ByteBuffer data = ByteBuffer.allocate(0);
    in.enter();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 0 -> app = in.int32();
        case 2 -> data = in.slice();
        default -> in.skip();
      }
    }
    Role role = ROLES.get(app);
    if (role != null) {
      roles.add(role);
    } else if (app == FAN_BADGE) {
      readBadge(data);
    }
  }

  /** A badge that cannot be read is reported, and costs no chat. */
  private void readBadge(ByteBuffer data) {
    try {
      badge = Badges.read(new TarsReader(data), delivery).badge();
    } catch (MalformedException e) {
      delivery.out().malformed("fan badge: " + e.why(), data.duplicate());
    }
  }

  static void writeDecorations(TarsWriter out, int tag, User user, String room, long presenter) {
    List<Consumer<TarsWriter>> decorations = new ArrayList<>();
    APPS.forEach(
        (role, app) -> {
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
    if (uid != 0 && uid == delivery.presenter()) {
      roles.add(Role.ANCHOR);
    }
    return new User(
        uid == 0 ? null : Long.toString(uid),
        name.isEmpty() ? null : name,
        avatar.isEmpty() ? null : avatar,
        badge,
        roles,
        0);
  }
}
