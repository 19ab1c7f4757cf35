package io.github.danmuhub.event.json;

import io.github.danmuhub.event.LiveEvent;

/** Writes the own fields of one kind of event: the other direction of {@link BodyReader}. */
interface BodyWriter<T extends LiveEvent> {
  void write(FieldWriter out, T event);
}
