package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user while their message is read. The same parts come under other names in each command;
 * reading them all happens here. For one message.
 */
final class Person {
  private static final List<Role> ROLES = List.of(Role.values());
  private static final List<Set<Role>> ROLE_SETS = roleSets();
  private static final long NOT_TOLD = -1;

  @Nullable String name;
  @Nullable String avatar;
  int level;

  private @Nullable String id;
  private int roles;
  private @Nullable String badgeName;
  private int badgeLevel;
  private @Nullable String badgeRoom;
  private long badgeAnchor = NOT_TOLD;

  /** Every possible set of roles, by its bits, so that no message allocates one. */
  private static List<Set<Role>> roleSets() {
    List<Set<Role>> sets = new ArrayList<>();
    for (int bits = 0; bits < 1 << ROLES.size(); bits++) {
      Set<Role> set = EnumSet.noneOf(Role.class);
      for (Role role : ROLES) {
        if ((bits & bit(role)) != 0) {
          set.add(role);
        }
      }
      sets.add(Set.copyOf(set));
    }
    return List.copyOf(sets);
  }

  private static int bit(Role role) {
    return 1 << ROLES.indexOf(role);
  }

  /** A user id; 0 is what anonymous visitors are shown instead of one. */
  void id(@Nullable String uid) {
    if ("0".equals(uid)) {
      is(Role.MASKED, id == null);
    } else if (uid != null) {
      id = uid;
      roles &= ~bit(Role.MASKED);
    }
  }

  /** The id that the open platform gives to a user for one app, since it hides the uid. */
  void openId(@Nullable String openId) {
    if (id == null) {
      id(openId);
    }
  }

  /** Protobuf leaves zeros out: whoever has no id there has the id 0. */
  void maskedWithoutId() {
    is(Role.MASKED, id == null);
  }

  @Nullable String id() {
    return id;
  }

  void is(Role role, boolean really) {
    if (really) {
      roles |= bit(role);
    }
  }

  /** Guard level in this room: 1 总督, 2 提督, 3 舰长, 0 none. */
  void guard(long guardLevel) {
    is(Role.MEMBER, guardLevel > 0);
  }

  /** The badge where it always stood; one that {@link #info} told before stays. */
  void badge(@Nullable String newName, int newLevel, @Nullable String room) {
    String known = "0".equals(room) ? null : room;
    if (badgeAnchor == NOT_TOLD) {
      badgeName = newName;
      badgeLevel = newLevel;
      badgeRoom = known;
    } else if (isWorn(newName)) {
      badgeRoom = known;
    }
  }

  /** The badge of the newer part, which counts; only the older one says the room's number. */
  private void newerBadge(@Nullable String newName, int newLevel, long anchor) {
    if (newName == null) {
      return;
    }
    badgeRoom = isWorn(newName) ? badgeRoom : null;
    badgeName = newName;
    badgeLevel = newLevel;
    badgeAnchor = anchor;
  }

  private boolean isWorn(@Nullable String badge) {
    return badge != null && badge.equals(badgeName);
  }

  /** The room is this one where the badge is its anchor's. */
  void badgeOf(String anchor, String room) {
    if (badgeRoom == null && badgeAnchor > 0 && anchor.equals(Long.toString(badgeAnchor))) {
      badgeRoom = room;
    }
  }

  /** The {@code medal_info} and {@code fans_medal} objects. */
  void medal(JsonCursor in) throws IOException {
    if (!in.object()) {
      return;
    }
    String medal = null;
    int medalLevel = 0;
    String room = null;
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "medal_name" -> medal = in.words();
        case "medal_level" -> medalLevel = in.integer();
        case "anchor_roomid" -> room = in.id();
        default -> {}
      }
    }
    badge(medal, medalLevel, room);
  }

  /** The {@code uinfo} objects, since 2024. */
  void info(JsonCursor in) throws IOException {
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "uid" -> id(in.id());
        case "base" -> base(in);
        case "medal" -> newerMedal(in);
        case "guard" -> guardInfo(in);
        default -> {}
      }
    }
  }

  private void base(JsonCursor in) throws IOException {
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "name" -> name = name == null ? in.words() : name;
        case "face" -> avatar = avatar == null ? in.words() : avatar;
        default -> {}
      }
    }
  }

  private void newerMedal(JsonCursor in) throws IOException {
    String known = badgeName == null ? "" : badgeName; // mostly the same, and then no new string
    String medal = null;
    int medalLevel = 0;
    long anchor = 0;
    for (String f = in.firstField(); f != null; f = in.field()) {
      switch (f) {
        case "name" -> medal = in.text(known);
        case "level" -> medalLevel = in.integer();
        case "ruid" -> anchor = in.number();
        default -> {}
      }
    }
    newerBadge(medal == null || medal.isEmpty() ? null : medal, medalLevel, anchor);
  }

  private void guardInfo(JsonCursor in) throws IOException {
    for (String f = in.firstField(); f != null; f = in.field()) {
      if (f.equals("level")) {
        guard(in.number());
      }
    }
  }

  /**
   * The protobuf UserInfo: 1 uid, 2 Base{1 name, 2 face}, 3 Medal{1 name, 2 level, 10 ruid}, 6
   * Guard{1 level}.
   */
  void info(ProtoReader in) throws MalformedException {
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> id(Long.toString(in.int64()));
        case 2 -> base(in);
        case 3 -> newerMedal(in);
        case 6 -> guard(in.innerNumber(1));
        default -> in.skip();
      }
    }
    in.leave(outer);
  }

  private void base(ProtoReader in) throws MalformedException {
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> called(words(in));
        case 2 -> pictured(words(in));
        default -> in.skip();
      }
    }
    in.leave(outer);
  }

  /** As the newer part says, where the older one did not. */
  private void called(@Nullable String newerName) {
    name = name == null ? newerName : name;
  }

  private void pictured(@Nullable String newerAvatar) {
    avatar = avatar == null ? newerAvatar : avatar;
  }

  private void newerMedal(ProtoReader in) throws MalformedException {
    String medal = null;
    int medalLevel = 0;
    long anchor = 0;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> medal = words(in);
        case 2 -> medalLevel = in.int32();
        case 10 -> anchor = in.int64();
        default -> in.skip();
      }
    }
    in.leave(outer);
    newerBadge(medal, medalLevel, anchor);
  }

  /** A protobuf text, with the empty one as null. */
  static @Nullable String words(ProtoReader in) throws MalformedException {
    String text = in.string();
    return text.isEmpty() ? null : text;
  }

  User build() {
    User.Badge badge =
        badgeName == null || badgeName.isEmpty()
            ? null
            : new User.Badge(badgeName, badgeLevel, badgeRoom);
    return new User(id, name, avatar, badge, ROLE_SETS.get(roles), level);
  }
}
