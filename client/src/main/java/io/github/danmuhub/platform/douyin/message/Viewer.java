package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Badge;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
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

  /** Where the message names nobody. */
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

  private static final ProtoReader.Reading<Viewer> READING = Viewer::readFields;

  /** Reads the user that the current field holds: most of them were here before. */
  static Viewer read(ProtoReader in) throws MalformedException {
    return in.again(READING);
  }

  private static Viewer readFields(ProtoReader in) throws MalformedException {
    int outer = in.enter();
    Fields fields = new Fields();
    for (int field = in.next(); field != 0; field = in.next()) {
      fields.read(field, in);
    }
    in.leave(outer);
    return fields.user();
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

  /** What is read so far. */
  private static final class Fields {
    private long id;
    private String idText = "";
    private String secUid = "";
    private @Nullable String name;
    private @Nullable String avatar;
    private @Nullable Badge badge;
    private int payGrade;
    private int level;
    private boolean member;
    private boolean admin;

    void read(int field, ProtoReader in) throws MalformedException {
      switch (field) {
        case 1 -> id = in.int64();
        case 3 -> name = in.string();
        case 6 -> level = in.int32();
        case 9 -> avatar = Image.read(in).url();
        case 23 -> payGrade = (int) in.innerNumber(6);
        case 24 -> readFansClub(in);
        case 32 -> admin = readAdmin(in);
        case 46 -> secUid = needsMore() ? in.string() : skip(in);
        case 1028 -> idText = id == 0 ? in.string() : skip(in);
        default -> in.skip();
      }
    }

    /** A string more for every message would only cost. */
    private boolean needsMore() {
      return id == 0 || id == MASKED_ID;
    }

    private static String skip(ProtoReader in) throws MalformedException {
      in.skip();
      return "";
    }

    /** 1 the club of this room, 2 {@code prefer_data}: those that are worn where there is none. */
    private void readFansClub(ProtoReader in) throws MalformedException {
      Badge preferred = null;
      int outer = in.enter();
      for (int field = in.next(); field != 0; field = in.next()) {
        switch (field) {
          case 1 -> badge = readFansClubData(in, true);
          case 2 -> preferred = preferred == null ? readPreferred(in) : skipped(in, preferred);
          default -> in.skip();
        }
      }
      in.leave(outer);
      badge = badge == null ? preferred : badge;
    }

    private static Badge skipped(ProtoReader in, Badge known) throws MalformedException {
      in.skip();
      return known;
    }

    /** An entry of the map: 1 key, 2 FansClubData. */
    private @Nullable Badge readPreferred(ProtoReader in) throws MalformedException {
      Badge preferred = null;
      int outer = in.enter();
      for (int field = in.next(); field != 0; field = in.next()) {
        if (field == 2) {
          preferred = readFansClubData(in, false);
        } else {
          in.skip();
        }
      }
      in.leave(outer);
      return preferred;
    }

    private @Nullable Badge readFansClubData(ProtoReader in, boolean ofThisRoom)
        throws MalformedException {
      String club = "";
      int clubLevel = 0;
      int outer = in.enter();
      for (int field = in.next(); field != 0; field = in.next()) {
        switch (field) {
          case 1 -> club = in.stringAgain();
          case 2 -> clubLevel = in.int32();
          case 3 -> member |= in.int32() == 1 && ofThisRoom;
          default -> in.skip();
        }
      }
      in.leave(outer);
      return club.isEmpty() ? null : new Badge(club, clubLevel, null);
    }

    private static boolean readAdmin(ProtoReader in) throws MalformedException {
      boolean admin = false;
      int outer = in.enter();
      for (int field = in.next(); field != 0; field = in.next()) {
        switch (field) {
          case 2, 3 -> admin |= in.bool();
          default -> in.skip();
        }
      }
      in.leave(outer);
      return admin;
    }

    Viewer user() {
      String anyId = id != 0 ? Long.toUnsignedString(id) : idText;
      boolean masked = anyId.equals(MASKED);
      String shownId = masked ? "" : anyId;
      User shown =
          new User(
              shownId.isEmpty() ? null : shownId,
              name,
              avatar,
              badge,
              roles(masked),
              payGrade != 0 ? payGrade : level);
      return new Viewer(shown, shownId.isEmpty() ? secUid + "/" + name : shownId);
    }

    private Set<Role> roles(boolean masked) {
      return ROLES.get((masked ? 1 : 0) | (admin ? 2 : 0) | (member ? 4 : 0));
    }
  }
}
