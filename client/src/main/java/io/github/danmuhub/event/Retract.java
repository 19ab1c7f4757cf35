package io.github.danmuhub.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages taken back.
 *
 * @param ids the ids of those messages; empty where all of the user's are meant
 * @param user whose messages, all of them, where {@code ids} is empty; null there: all of the
 *     room's
 */
public record Retract(Origin origin, @Nullable User user, List<String> ids) implements LiveEvent {

  public Retract {
    ids = List.copyOf(ids);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.retract(this);
  }
}
