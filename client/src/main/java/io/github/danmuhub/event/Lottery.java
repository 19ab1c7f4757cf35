package io.github.danmuhub.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 天选, red packets: something is raffled in the room.
 *
 * @param user who gives it, where not the anchor
 * @param name the prize
 * @param count how many prizes; 0 where not given
 * @param winners who won, at {@link Phase#AWARD}
 */
public record Lottery(
    Origin origin,
    @Nullable User user,
    Phase phase,
    @Nullable String name,
    long count,
    List<User> winners)
    implements LiveEvent {

  public Lottery {
    winners = List.copyOf(winners);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.lottery(this);
  }

  /** How far it has come. */
  public enum Phase {
    START,
    END,
    AWARD
  }
}
