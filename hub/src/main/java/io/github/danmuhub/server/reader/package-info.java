/**
 * The doors of the events. Whatever its door, a reader is a position in the one log and pulls from
 * it as fast as its socket takes what it gets; those at the same place share one {@link
 * io.github.danmuhub.server.reader.Batch batch}.
 */
@NullMarked
package io.github.danmuhub.server.reader;

import org.jspecify.annotations.NullMarked;
