package io.github.danmuhub.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person in a room, as far as the platform shows them.
 *
 * @param id the platform's id; null where it is masked or not given
 * @param name the shown name; null where only the id is given
 * @param avatar URL of the picture
 * @param badge the fan badge they wear
 * @param roles what they are in this room; immutable
 * @param level the platform's user level; 0 where not given
 */
public record User(
    @Nullable String id,
    @Nullable String name,
    @Nullable String avatar,
    @Nullable Badge badge,
    Set<Role> roles,
    int level) {

  public User {
    roles = Set.copyOf(roles);
  }

  public static User of(@Nullable String id, @Nullable String name) {
    return new User(id, name, null, null, Set.of(), 0);
  }

  /** The name, or what else there is to call them by. Never empty. */
  public String displayName() {
    if (name != null && !name.isEmpty()) {
      return name;
    }
    return id != null ? id : "?";
  }

  /**
   * A fan badge (粉丝牌).
   *
   * @param room the room whose badge it is; null where not given
   */
  public record Badge(String name, int level, @Nullable String room) {}

  /** What somebody is in this room. */
  public enum Role {
    ANCHOR,
    MODERATOR,
    MEMBER,
    VIP,
    GUEST,
    MASKED
  }
}
