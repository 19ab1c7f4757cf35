package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.wire.JsonText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts by which messages tell a user: the other direction of {@link Person}. */
final class UserParts {
  private static final int CAPTAIN = 3;

  private UserParts() {}

  /** The id; 0 is what anonymous visitors are shown instead of one. */
  static @Nullable String uid(User user) {
    return user.id() == null && user.roles().contains(Role.MASKED) ? "0" : user.id();
  }

  static String name(User user) {
    return Objects.requireNonNullElse(user.name(), "");
  }

  static String face(User user) {
    return Objects.requireNonNullElse(user.avatar(), "");
  }

  /** Which guard a member is, they do not say. */
  static int guard(User user) {
    return flag(user, Role.MEMBER) * CAPTAIN;
  }

  static int flag(User user, Role role) {
    return user.roles().contains(role) ? 1 : 0;
  }

  /** {@code medal_info} and {@code fans_medal}. */
  static @Nullable JsonText medal(User user) {
    User.Badge badge = user.badge();
    return badge == null
        ? null
        : JsonText.object()
            .put("medal_name", badge.name())
            .put("medal_level", badge.level())
            .id("anchor_roomid", badge.room());
  }

  /** {@code uinfo}. */
  static JsonText info(User user) {
    JsonText base = JsonText.object().put("name", name(user)).put("face", face(user));
    return JsonText.object()
        .id("uid", uid(user))
        .put("base", base)
        .put("medal", newerMedal(user))
        .put("guard", JsonText.object().put("level", guard(user)));
  }

  private static @Nullable JsonText newerMedal(User user) {
    User.Badge badge = user.badge();
    return badge == null
        ? null
        : JsonText.object().put("name", badge.name()).put("level", badge.level()).put("ruid", 0);
  }
}
