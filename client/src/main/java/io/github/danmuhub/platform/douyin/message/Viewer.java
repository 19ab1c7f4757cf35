package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Badge;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code webcast.data.User}, as far as we need it.
 *
 * <p>Where a room hides its viewers, all of them have the id {@value #MASKED_ID} and a name like
 * {@code 二***}: such a user gets the role {@code masked} and no id.
 *
 * @param shown what everybody sees
 * @param key tells users of one room apart, masked ones too as far as they can be
 */
record Viewer(User shown, String key) {
  static final long MASKED_ID = 111111;

  private static final String MASKED = Long.toString(MASKED_ID);

  /** Where the message names no user. */
  static final Viewer NOBODY = new Viewer(User.of(null, null), "");

  boolean isNobody() {
    return key.isEmpty();
  }

  /** The same, as the room's anchor; made anew, since an anchor rarely acts. */
  Viewer asAnchor() {
    EnumSet<Role> roles = EnumSet.of(Role.ANCHOR);
    roles.addAll(shown.roles());
    User anchor =
        new User(shown.id(), shown.name(), shown.avatar(), shown.badge(), roles, shown.level());
    return new Viewer(anchor, key);
  }

  /** Every set of roles there can be, by its bits: no user needs its own. */
  private static final List<Set<Role>> ROLES =
      List.of(
          Set.of(),
          Set.of(Role.MASKED),
          Set.of(Role.MODERATOR),
          Set.of(Role.MASKED, Role.MODERATOR),
          Set.of(Role.MEMBER),
          Set.of(Role.MASKED, Role.MEMBER),
          Set.of(Role.MODERATOR, Role.MEMBER),
          Set.of(Role.MASKED, Role.MODERATOR, Role.MEMBER));

  private static final ProtoFields.Reading<Viewer> READING = Viewer::readFields;

  /** The user in a field: most of them were here before. */
  static Viewer read(ProtoFields in, int field) throws MalformedException {
    return in.again(field, NOBODY, READING);
  }

  private static Viewer readFields(ProtoFields in) throws MalformedException {
    long number = in.int64(1);
    String id = number != 0 ? Long.toUnsignedString(number) : in.string(1028);
    boolean masked = id.equals(MASKED);
    String name = in.has(3) ? in.string(3) : null;
    int payGrade = (int) in.int64(23, 6);
    Club club = in.message(24, Club.NONE, Club::read);
    boolean admin = in.message(32, false, attributes -> attributes.bool(2) || attributes.bool(3));
    User shown =
        new User(
            id.isEmpty() || masked ? null : id,
            name,
            Image.read(in, 9).url(),
            club.badge(),
            ROLES.get((masked ? 1 : 0) | (admin ? 2 : 0) | (club.member() ? 4 : 0)),
            payGrade != 0 ? payGrade : in.int32(6));
    return new Viewer(shown, shown.id() == null ? in.string(46) + "/" + name : id);
  }

  static ProtoWriter write(User user) {
    boolean masked = user.roles().contains(Role.MASKED);
    ProtoWriter out = new ProtoWriter().varint(1, masked ? MASKED_ID : DouyinMessage.id(user.id()));
    if (user.name() != null) {
      out.string(3, user.name());
    }
    if (user.avatar() != null) {
      out.message(9, Image.write(user.avatar(), ""));
    }
    if (user.level() != 0) {
      out.message(23, new ProtoWriter().varint(6, user.level()));
    }
    Badge badge = user.badge();
    boolean member = user.roles().contains(Role.MEMBER);
    if (badge != null || member) {
      out.message(24, new ProtoWriter().message(1, writeFansClubData(badge, member)));
    }
    if (user.roles().contains(Role.MODERATOR)) {
      out.message(32, new ProtoWriter().varint(2, 1));
    }
    return out;
  }

  private static ProtoWriter writeFansClubData(@Nullable Badge badge, boolean member) {
    ProtoWriter out = new ProtoWriter();
    if (badge != null) {
      out.string(1, badge.name()).varint(2, badge.level());
    }
    return out.varint(3, member ? 1 : 0);
  }

  /** What a user wears: the badge of this room's club, or of another where there is none. */
  private record Club(@Nullable Badge badge, boolean member) {
    static final Club NONE = new Club(null, false);

    private static final int CLUBS = 1_000;

    /** {@code FansClub}: 1 that of this room, 2 {@code prefer_data}, a map. */
    static Club read(ProtoFields in) throws MalformedException {
      Club own = in.message(1, NONE, Club::readData);
      if (own.badge != null) {
        return own;
      }
      for (Club preferred :
          in.messages(2, CLUBS, entry -> entry.message(2, NONE, Club::readData))) {
        if (preferred.badge != null) {
          return new Club(preferred.badge, own.member);
        }
      }
      return own;
    }

    private static Club readData(ProtoFields in) throws MalformedException {
      String name = in.stringAgain(1);
      Badge badge = name.isEmpty() ? null : new Badge(name, in.int32(2), null);
      return new Club(badge, in.int32(3) == 1);
    }
  }
}
