/**
 * The one language: everything that happens in a live room, as small immutable records.
 *
 * <p>{@link io.github.danmuhub.event.LiveEvent} is sealed. Exhaustive handling is a {@link
 * io.github.danmuhub.event.LiveEvent.Visitor}, so a new kind of event breaks every sink at compile
 * time; partial handling is {@code instanceof}. JSON v1, the form that every other language sees,
 * is in {@code event.json}. Imports the JDK only.
 */
@NullMarked
package io.github.danmuhub.event;

import org.jspecify.annotations.NullMarked;
