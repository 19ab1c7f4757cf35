package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;

/** Who enters with a banner, nobles above all; others are not announced. */
final class Enters {
  static final int URI = 6110;

  private Enters() {}

  /** {@code VipEnterBanner}. */
  static void decode(Delivery delivery) throws MalformedException {
    TarsStruct in = delivery.body();
    TarsStruct noble = in.struct(3);
    Viewer viewer =
        new Viewer(delivery, in.number(0), in.text(1), in.text(6))
            .role(Role.VIP, noble.number(4))
            .role(Role.MEMBER, in.struct(4).number(2));
    emit(viewer, noble, delivery);
  }

  /** {@code NobleEnterNotice}: {@code NobleBase} says the person too. */
  static void nobleEnter(Delivery delivery) throws MalformedException {
    TarsStruct noble = delivery.body().struct(0);
    Viewer viewer = new Viewer(delivery, noble.number(0), noble.text(1), "");
    emit(viewer.role(Role.VIP, noble.number(2)), noble, delivery);
  }

  /** The title is the third of {@code NobleInfo} and of {@code NobleBase}. */
  private static void emit(Viewer viewer, TarsStruct noble, Delivery delivery)
      throws MalformedException {
    String title = Encoding.shown(noble.text(3));
    delivery.emit(new Enter(delivery.origin(), viewer.user(), title));
  }

  static List<HuyaMessage> encode(Enter enter, long presenter) {
    User user = enter.user();
    TarsWriter out = new TarsWriter();
    out.number(0, Encoding.number(user.id()))
        .string(1, Encoding.text(user.name()))
        .number(2, presenter)
        .struct(
            3,
            noble ->
                noble.string(3, Encoding.text(enter.effect())).number(4, level(user, Role.VIP)))
        .struct(4, guard -> guard.number(2, level(user, Role.MEMBER)))
        .string(6, Encoding.text(user.avatar()));
    return Encoding.message(URI, out, enter.origin());
  }

  private static int level(User user, Role role) {
    return user.roles().contains(role) ? 1 : 0;
  }
}
