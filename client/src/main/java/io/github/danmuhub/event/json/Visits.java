package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Share;

/** Who comes, stays and tells others: enter, follow, share. */
final class Visits {
  private Visits() {}

  static void write(FieldWriter out, Enter enter) {
    out.text("effect", enter.effect());
  }

  static Enter readEnter(Origin origin, FieldReader in) throws BadEventException {
    return new Enter(origin, in.user(), in.textOrNull("effect"));
  }

  /** That somebody followed or shared is all there is to tell. */
  static void writeNothing(FieldWriter out, LiveEvent event) {}

  static Follow readFollow(Origin origin, FieldReader in) throws BadEventException {
    return new Follow(origin, in.user());
  }

  static Share readShare(Origin origin, FieldReader in) throws BadEventException {
    return new Share(origin, in.user());
  }
}
