package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.wire.JsonCursor;
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

  @Nullable String name;
  @Nullable String avatar;
  int level;
  final Badge badge = new Badge();

  private @Nullable String id;
  private int roles;

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

  /** Protobuf leaves zeros out: no id there means the id 0. */
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

  /** Whether it is said who it is. */
  boolean isTold() {
    return id != null || name != null;
  }

  /** Guard level in this room: 1 总督, 2 提督, 3 舰长, 0 none. */
  void guard(long guardLevel) {
    is(Role.MEMBER, guardLevel > 0);
  }

  /** Any of the fields by which messages tell a user. */
  void field(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "face" -> avatar = in.words();
      case "user_level" -> level = in.integer();
      case "guard_level", "privilege_type" -> guard(in.number());
      case "medal_info", "fans_medal" -> badge.older(in);
      case "uinfo", "sender_uinfo" -> info(in);
      case "isadmin", "is_admin", "manager" -> is(Role.MODERATOR, in.flag());
      case "vip", "svip", "is_vip", "is_svip" -> is(Role.VIP, in.flag());
      default -> named(field, in);
    }
  }

  /** The fields by which messages name a user, and no others. */
  void named(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "uid" -> id(in.id());
      case "uname", "username" -> name = in.words();
      default -> {}
    }
  }

  /** The {@code uinfo} objects, since 2024. */
  void info(JsonCursor in) throws IOException {
    in.fields(this, Person::info);
  }

  private void info(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "uid" -> id(in.id());
      case "base" -> in.fields(this, Person::base);
      case "medal" -> badge.newer(in);
      case "guard" -> in.fields(this, Person::guard);
      default -> {}
    }
  }

  /** As the newer part says, where the older one did not. */
  private void base(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "name" -> name = name == null ? in.words() : name;
      case "face" -> avatar = avatar == null ? in.words() : avatar;
      default -> {}
    }
  }

  private void guard(String field, JsonCursor in) throws IOException {
    if (field.equals("level")) {
      guard(in.number());
    }
  }

  /** The protobuf UserInfo: 1 uid, 2 Base, 3 Medal, 6 Guard{1 level}. */
  void info(int field, ProtoReader in) throws MalformedException {
    switch (field) {
      case 1 -> id(Long.toString(in.int64()));
      case 2 -> in.message(this::base);
      case 3 -> badge.newer(in);
      case 6 -> guard(in.innerNumber(1));
      default -> in.skip();
    }
  }

  /** The protobuf Base{1 name, 2 face}, as {@link #base(String, JsonCursor)}. */
  private void base(int field, ProtoReader in) throws MalformedException {
    switch (field) {
      case 1 -> name = orWords(name, in);
      case 2 -> avatar = orWords(avatar, in);
      default -> in.skip();
    }
  }

  private static @Nullable String orWords(@Nullable String known, ProtoReader in)
      throws MalformedException {
    String words = words(in);
    return known == null ? words : known;
  }

  /** A protobuf text, with the empty one as null. */
  static @Nullable String words(ProtoReader in) throws MalformedException {
    String text = in.string();
    return text.isEmpty() ? null : text;
  }

  User build() {
    return new User(id, name, avatar, badge.build(), ROLE_SETS.get(roles), level);
  }
}
