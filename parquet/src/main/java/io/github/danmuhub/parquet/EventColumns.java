package io.github.danmuhub.parquet;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.record.index.EventRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row: the columns of {@code --to csv}. Columns are called as the components are, in snake case.
 *
 * @param seq null where nobody numbered it
 * @param time the platform's clock; null where it gives none
 * @param history null where it is not replayed
 * @param count null where nothing is counted
 * @param valueMilli thousandths of {@code currency}
 */
public record EventColumns(
    @Nullable Long seq,
    Instant received,
    @Nullable Instant time,
    String platform,
    String room,
    String type,
    @Nullable String id,
    @Nullable Boolean history,
    @Nullable String userId,
    @Nullable String userName,
    @Nullable String text,
    @Nullable String item,
    @Nullable Long count,
    @Nullable Long valueMilli,
    @Nullable String currency) {

  static EventColumns of(Numbered numbered) {
    LiveEvent event = numbered.event();
    Origin origin = event.origin();
    EventRow row = EventRow.of(event);
    User user = row.user();
    Money value = row.value();
    return new EventColumns(
        known(numbered.seq()),
        Instant.ofEpochMilli(origin.received()),
        origin.time() == 0 ? null : Instant.ofEpochMilli(origin.time()),
        origin.platform(),
        origin.room(),
        EventTypes.name(event),
        origin.id(),
        origin.history() ? true : null,
        user == null ? null : user.id(),
        user == null ? null : user.name(),
        row.text(),
        row.item(),
        known(row.count()),
        value == null ? null : value.milli(),
        value == null ? null : value.currency());
  }

  private static @Nullable Long known(long number) {
    return number == 0 ? null : number;
  }
}
