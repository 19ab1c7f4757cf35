package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What several kinds of events have inside: users and money. */
final class UserAndMoney {
  private UserAndMoney() {}

  static void write(FieldWriter out, User user) {
    out.text("id", user.id())
        .text("name", user.name())
        .text("avatar", user.avatar())
        .object("badge", user.badge(), UserAndMoney::write)
        .textsIfAny("roles", roles(user.roles()))
        .numberIfAny("level", user.level());
  }

  static User readUser(FieldReader in) throws BadEventException {
    return new User(
        in.textOrNull("id"),
        in.textOrNull("name"),
        in.textOrNull("avatar"),
        in.objectOrNull("badge", UserAndMoney::readBadge),
        roles(in),
        in.int32("level", 0));
  }

  /** In declared order: sets have none, and equal events shall be equal lines. */
  private static List<String> roles(Set<User.Role> roles) {
    if (roles.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (User.Role role : EnumWords.ROLE.constants()) {
      if (roles.contains(role)) {
        words.add(EnumWords.ROLE.of(role));
      }
    }
    return words;
  }

  /** Those that we know: a later writer may tell more. */
  private static Set<User.Role> roles(FieldReader in) throws BadEventException {
    List<String> words = in.texts("roles");
    if (words.isEmpty()) {
      return Set.of();
    }
    Set<User.Role> roles = EnumSet.noneOf(User.Role.class);
    for (String word : words) {
      User.Role role = EnumWords.ROLE.find(word);
      if (role != null) {
        roles.add(role);
      }
    }
    return roles;
  }

  private static void write(FieldWriter out, User.Badge badge) {
    out.text("name", badge.name()).number("level", badge.level()).text("room", badge.room());
  }

  private static User.Badge readBadge(FieldReader in) throws BadEventException {
    return new User.Badge(in.text("name"), in.int32("level", 0), in.textOrNull("room"));
  }

  static void write(FieldWriter out, Money money) {
    out.number("milli", money.milli()).text("currency", money.currency());
  }

  static Money readMoney(FieldReader in) throws BadEventException {
    return new Money(in.int64("milli"), in.text("currency"));
  }
}
