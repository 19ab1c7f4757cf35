package io.github.danmuhub.page.figures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is heard. {@value #ROOMS} rooms are kept at most; the one that was silent longest
 * goes first. Any thread.
 */
public final class Figures implements Consumer<LiveEvent> {
  private static final int ROOMS = 200;

  private final LongSupplier clock;
  private final long since;
  private final Newcomers newcomers = new Newcomers();
  private final Map<String, RoomFigures> rooms = new LinkedHashMap<>(16, 0.75f, true);

  /** Begins at zero; {@code clock} is the wall clock in milliseconds. */
  public Figures(LongSupplier clock) {
    this.clock = clock;
    this.since = clock.getAsLong();
  }

  /** What was said before we joined is not of now. */
  @Override
  public synchronized void accept(LiveEvent event) {
    Origin origin = event.origin();
    String key = origin.platform() + ":" + origin.room();
    if (event instanceof Chat chat) {
      boolean isNew = newcomers.add(key, chat.user(), origin);
      if (!origin.history()) {
        room(key).said(minute(origin), chat.user(), isNew);
      }
    } else if (event instanceof Gift gift) {
      paid(key, origin, gift.user(), gift.value());
    } else if (event instanceof SuperChat paid) {
      paid(key, origin, paid.user(), paid.value());
    } else if (event instanceof Membership member) {
      paid(key, origin, member.user(), member.value());
    } else if (event instanceof Stats stats) {
      room(key).told.putAll(stats.figures());
    } else if (event instanceof Gap gap) {
      room(key).missed(gap);
    }
  }

  private void paid(String key, Origin origin, User user, @Nullable Money value) {
    if (value != null && value.milli() > 0 && !origin.history()) {
      room(key).paid(minute(origin), user, value);
    }
  }

  private static long minute(Origin origin) {
    return MinuteRow.minute(origin.received());
  }

  private RoomFigures room(String key) {
    RoomFigures room = rooms.computeIfAbsent(key, first -> new RoomFigures());
    if (rooms.size() > ROOMS) {
      rooms.remove(rooms.keySet().iterator().next());
    }
    return room;
  }

  /**
   * As {@code /api/figures} tells them.
   *
   * @param only the room to sum up; null: all of them together
   */
  public synchronized ObjectNode toJson(@Nullable String only) {
    Map<String, RoomFigures> summed = new LinkedHashMap<>();
    rooms.forEach(
        (key, room) -> {
          if (only == null || only.equals(key)) {
            summed.put(key, room);
          }
        });
    return new FiguresJson(since, clock.getAsLong()).of(rooms, summed, newcomers.newest());
  }
}
