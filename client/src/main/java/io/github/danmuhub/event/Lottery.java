package io.github.danmuhub.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 天选, red packets: something is raffled in the room.
 *
 * @param user who gives it, where not the anchor
 * @param prize what can be won
 * @param winners who won, at {@link Phase#AWARD}
 */
public record Lottery(
    Origin origin, @Nullable User user, Phase phase, Prize prize, List<User> winners)
    implements LiveEvent {

  public Lottery {
    winners = List.copyOf(winners);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.lottery(this);
  }

  /**
   * What is raffled.
   *
   * @param name null where not given
   * @param count how many prizes; 0 where not given
   * @param value what all of them are worth together
   */
  public record Prize(@Nullable String name, long count, @Nullable Money value) {
    public static final Prize UNKNOWN = new Prize(null, 0, null);
  }

  /** How far it has come. */
  public enum Phase {
    START,
    END,
    AWARD
  }
}
