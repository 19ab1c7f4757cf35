package io.github.danmuhub.event.json;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;

/** Reads the own fields of one kind of event; {@link EventTypes} says who reads which. */
interface BodyReader<T extends LiveEvent> {
  T read(Origin origin, FieldReader in) throws BadEventException;
}
