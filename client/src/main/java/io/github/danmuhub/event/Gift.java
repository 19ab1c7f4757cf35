package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * Gifts given. Adding up {@code count} gives the right total even if the platform repeats, reorders
 * or never finishes combos.
 *
 * @param item what was given
 * @param count what is new; 0 on an event that only ends a combo
 * @param combo the running combo it belongs to
 * @param value of the whole {@code count}; null where unknown and where count is 0
 * @param to who received it, where that is not simply the anchor
 */
public record Gift(
    Origin origin,
    User user,
    Item item,
    long count,
    @Nullable Combo combo,
    @Nullable Money value,
    @Nullable User to)
    implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.gift(this);
  }

  /** A kind of gift of the platform's catalogue. */
  public record Item(String id, String name) {}

  /**
   * A run of equal gifts.
   *
   * @param total how many so far
   * @param last whether the combo has ended ({@code final} in JSON)
   */
  public record Combo(String id, long total, boolean last) {}
}
