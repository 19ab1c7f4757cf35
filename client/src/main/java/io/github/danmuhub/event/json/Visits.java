package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Share;

/** Who comes, stays and tells others: enter, follow, share. */
final class Visits {
  private Visits() {}

  static FieldWriter write(FieldWriter out, Enter enter) {
    return out.text("effect", enter.effect());
  }

  static Enter readEnter(Origin origin, FieldReader in) throws BadEventException {
    return new Enter(origin, in.user(), in.textOrNull("effect"));
  }

  static Follow readFollow(Origin origin, FieldReader in) throws BadEventException {
    return new Follow(origin, in.user());
  }

  static Share readShare(Origin origin, FieldReader in) throws BadEventException {
    return new Share(origin, in.user());
  }
}
