package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * Gifts given. Adding up {@code count} gives the right total even if the platform repeats, reorders
 * or never finishes combos.
 *
 * @param item what was given
 * @param count what is new; 0 on an event that only ends a combo
 * @param combo the running combo it belongs to
 * @param price of the whole {@code count}; {@link Price#NONE} where unknown and where count is 0
 * @param to who received it, where that is not simply the anchor
 */
public record Gift(
    Origin origin,
    User user,
    Item item,
    long count,
    @Nullable Combo combo,
    Price price,
    @Nullable User to)
    implements LiveEvent {

  /** What was paid for the whole {@code count}; null where unknown and where count is 0. */
  public @Nullable Money value() {
    return price.paid();
  }

  /** The same with fewer of them, and their share of the price; a combo's total stays. */
  public Gift part(long fewer) {
    return new Gift(origin, user, item, fewer, combo, price.part(fewer, count), to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.gift(this);
  }

  /**
   * What gifts cost and what they are worth; each for the whole {@code count}.
   *
   * @param paid what the giver paid ({@code value} in JSON)
   * @param worth what the catalogue asks for them, where that is not what was paid: the find of a
   *     blind box, a discount
   * @param box the blind box that they came out of
   */
  public record Price(@Nullable Money paid, @Nullable Money worth, @Nullable Box box) {
    public static final Price NONE = new Price(null, null, null);

    /** Paid what it is worth, as far as the platform says. */
    public static Price of(@Nullable Money paid) {
      return paid == null ? NONE : new Price(paid, null, null);
    }

    private Price part(long fewer, long of) {
      if (fewer <= 0 || of <= 0) {
        return NONE;
      }
      Box less = box == null ? null : new Box(box.id, box.name, part(box.value, fewer, of));
      return new Price(part(paid, fewer, of), part(worth, fewer, of), less);
    }

    private static @Nullable Money part(@Nullable Money whole, long fewer, long of) {
      return whole == null ? null : new Money(whole.milli() / of * fewer, whole.currency());
    }
  }

  /**
   * A blind box (盲盒): the giver buys the box, and chance decides what is in it.
   *
   * @param value what the catalogue asks for the boxes
   */
  public record Box(String id, String name, @Nullable Money value) {}

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
