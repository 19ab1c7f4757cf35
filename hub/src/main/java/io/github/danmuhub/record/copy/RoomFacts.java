package io.github.danmuhub.record.copy;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.RoomRef;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a room.
 *
 * @param title empty where it was not told, as the others
 * @param area the platform's category
 * @param anchor the name of whose room it is
 */
public record RoomFacts(RoomRef room, String title, String area, String anchor) {

  static RoomFacts of(RoomRef ref, @Nullable Room said) {
    if (said == null) {
      return new RoomFacts(ref, "", "", "");
    }
    String anchor = said.anchor() == null ? "" : said.anchor().displayName();
    return new RoomFacts(ref, said.title(), requireNonNullElse(said.area(), ""), anchor);
  }
}
