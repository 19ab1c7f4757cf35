package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.wire.FieldTable;
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

  /** As the newer part says, where the older one did not. */
  private static final FieldTable<Person> BASE =
      FieldTable.<Person>empty()
          .with(
              "name", (person, in) -> person.name = person.name == null ? in.words() : person.name)
          .with(
              "face",
              (person, in) -> person.avatar = person.avatar == null ? in.words() : person.avatar);

  private static final FieldTable<Person> GUARD =
      FieldTable.<Person>empty().with("level", (person, in) -> person.guard(in.number()));

  private static final FieldTable<Person> INFO =
      FieldTable.<Person>empty()
          .with("uid", (person, in) -> person.id(in.id(person.id)))
          .with("base", (person, in) -> in.fields(person, BASE))
          .with("medal", (person, in) -> person.badge.newer(in))
          .with("guard", (person, in) -> in.fields(person, GUARD));

  /** The fields by which messages name a user, and no others. */
  static final FieldTable<Person> NAMED =
      FieldTable.<Person>empty()
          .with("uid", (person, in) -> person.id(in.id(person.id)))
          .with("uname", (person, in) -> person.name = in.words(person.name))
          .with("username", (person, in) -> person.name = in.words(person.name));

  /** Any of the fields by which messages tell a user. */
  static final FieldTable<Person> FIELDS =
      NAMED
          .with("face", (person, in) -> person.avatar = in.words())
          .with("user_level", (person, in) -> person.level = in.integer())
          .with("guard_level", (person, in) -> person.guard(in.number()))
          .with("privilege_type", (person, in) -> person.guard(in.number()))
          .with("medal_info", (person, in) -> person.badge.older(in))
          .with("fans_medal", (person, in) -> person.badge.older(in))
          .with("uinfo", (person, in) -> person.info(in))
          .with("sender_uinfo", (person, in) -> person.info(in))
          .with("isadmin", (person, in) -> person.is(Role.MODERATOR, in.flag()))
          .with("is_admin", (person, in) -> person.is(Role.MODERATOR, in.flag()))
          .with("manager", (person, in) -> person.is(Role.MODERATOR, in.flag()))
          .with("vip", (person, in) -> person.is(Role.VIP, in.flag()))
          .with("svip", (person, in) -> person.is(Role.VIP, in.flag()))
          .with("is_vip", (person, in) -> person.is(Role.VIP, in.flag()))
          .with("is_svip", (person, in) -> person.is(Role.VIP, in.flag()));

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

  /** Reads the field if it is one of {@link #FIELDS}. */
  void field(String field, JsonCursor in) throws IOException {
    FIELDS.read(field, this, in);
  }

  /** Reads the field if it is one of {@link #NAMED}. */
  void named(String field, JsonCursor in) throws IOException {
    NAMED.read(field, this, in);
  }

  /** The {@code uinfo} objects, since 2024. */
  void info(JsonCursor in) throws IOException {
    in.fields(this, INFO);
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

  /** The protobuf Base{1 name, 2 face}, as {@link #BASE}. */
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
