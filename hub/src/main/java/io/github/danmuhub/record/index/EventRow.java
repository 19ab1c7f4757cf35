package io.github.danmuhub.record.index;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.User;
import org.jspecify.annotations.Nullable;

/**
 * Any event as the columns of one table.
 *
 * @param user who acted
 * @param text what was said, or what happened in words
 * @param item the gift, the membership's name, the prize
 * @param count how many; 0 where nothing is counted
 * @param value what was paid
 */
public record EventRow(
    @Nullable User user,
    @Nullable String text,
    @Nullable String item,
    long count,
    @Nullable Money value) {
  private static final RowVisitor ROWS = new RowVisitor();

  /** What the index keeps of {@code event}. */
  public static EventRow of(LiveEvent event) {
    return event.accept(ROWS);
  }
}
