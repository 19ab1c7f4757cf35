package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * A moderation action by a moderator, the anchor or the platform.
 *
 * @param user who did it, where the platform says
 * @param target whom it concerns; null where it concerns the room
 * @param text the platform's words, such as the reason of a warning
 */
public record Moderation(
    Origin origin, @Nullable User user, Action action, @Nullable User target, @Nullable String text)
    implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.moderation(this);
  }

  /** What was done. */
  public enum Action {
    MUTE,
    UNMUTE,
    BLOCK,
    UNBLOCK,
    KICK,
    WARN,
    CUT_OFF,
    LOCK,
    SILENCE_ON,
    SILENCE_OFF,
    ADMIN_ADD,
    ADMIN_REMOVE
  }
}
