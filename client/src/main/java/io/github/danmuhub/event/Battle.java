package io.github.danmuhub.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PK: rooms compete for what their viewers give.
 *
 * @param sides who takes part, our room first where it is among them; what the platform did not
 *     tell this time is left out
 * @param ends when the platform says that it will be over, or was, epoch milliseconds; 0 where not
 *     given
 */
public record Battle(Origin origin, State state, List<Side> sides, long ends) implements LiveEvent {

  public Battle {
    sides = List.copyOf(sides);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.battle(this);
  }

  /** How far it has come. */
  public enum State {
    START,
    PROGRESS,
    END
  }

  /**
   * A room that takes part.
   *
   * @param room its id; null where not given
   * @param name of its anchor; null where not given
   * @param score what its viewers have given so far, in the platform's points
   */
  public record Side(@Nullable String room, @Nullable String name, long score) {}
}
