package io.github.danmuhub.export;

import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box of text.
 *
 * @param id of the message, by which it is taken back
 * @param user who gave it
 * @param start when it appears, milliseconds
 * @param end when it goes
 * @param color of its ground, 0xRRGGBB
 * @param lines escaped, as many as it has rows
 */
record AssBox(@Nullable String id, User user, long start, long end, int color, List<String> lines) {

  /** The same, gone earlier. */
  AssBox until(long earlier) {
    return new AssBox(id, user, start, Math.max(start, earlier), color, lines);
  }

  boolean isMeantBy(Retract retract) {
    if (!retract.ids().isEmpty()) {
      return id != null && retract.ids().contains(id);
    }
    return retract.user() == null || HeldBack.key(retract.user()).equals(HeldBack.key(user));
  }
}
