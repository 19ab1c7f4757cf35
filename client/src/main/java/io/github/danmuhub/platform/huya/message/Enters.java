package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsReader;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;

/** {@code VipEnterBanner}: who enters with a banner, nobles above all; others are not told. */
final class Enters {
  static final long URI = 6110;

  private Enters() {}

  static void decode(Delivery delivery) throws MalformedException {
    Viewer viewer = new Viewer(delivery);
    String noble = "";
    TarsReader in = delivery.reader();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 0 -> viewer.uid(in.int64());
        case 1 -> viewer.name(in.string());
        case 3 -> noble = readNoble(in, viewer, 4);
        case 4 -> readGuard(in, viewer);
        case 6 -> viewer.avatar(in.string());
        default -> in.skip();
      }
    }
    emit(viewer, noble, delivery);
  }

  /** {@code NobleEnterNotice}: {@code NobleBase} says the person too. */
  static void nobleEnter(Delivery delivery) throws MalformedException {
    Viewer viewer = new Viewer(delivery);
    String noble = "";
    TarsReader in = delivery.reader();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      if (tag == 0) {
        noble = readNoble(in, viewer, 2);
      } else {
        in.skip();
      }
    }
    emit(viewer, noble, delivery);
  }

  private static void emit(Viewer viewer, String noble, Delivery delivery) {
    delivery.emit(new Enter(delivery.origin(), viewer.user(), noble.isEmpty() ? null : noble));
  }

  /** The title, of {@code NobleInfo} or {@code NobleBase}, which differ in where they have what. */
  private static String readNoble(TarsReader in, Viewer viewer, int levelTag)
      throws MalformedException {
    boolean hasPerson = levelTag == 2;
    String title = "";
    in.enter();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      if (tag == 3) {
        title = in.string();
      } else if (tag == levelTag) {
        viewer.role(Role.VIP, in.int64());
      } else if (tag == 0 && hasPerson) {
        viewer.uid(in.int64());
      } else if (tag == 1 && hasPerson) {
        viewer.name(in.string());
      } else {
        in.skip();
      }
    }
    return title;
  }

  private static void readGuard(TarsReader in, Viewer viewer) throws MalformedException {
    in.enter();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      if (tag == 2) {
        viewer.role(Role.MEMBER, in.int64());
      } else {
        in.skip();
      }
    }
  }

  static List<HuyaMessage> encode(Enter enter, long presenter) {
    User user = enter.user();
    long uid = Encoding.number(user.id());
    TarsWriter out = new TarsWriter();
    out.number(0, uid)
        .string(1, Encoding.text(user.name()))
        .number(2, presenter)
        .struct(
            3,
            noble ->
                noble
                    .number(0, uid)
                    .string(3, Encoding.text(enter.effect()))
                    .number(4, level(user, Role.VIP)))
        .struct(4, guard -> guard.number(0, uid).number(2, level(user, Role.MEMBER)))
        .string(6, Encoding.text(user.avatar()));
    return Encoding.message(URI, out, enter.origin());
  }

  private static int level(User user, Role role) {
    return user.roles().contains(role) ? 1 : 0;
  }
}
