/**
 * The SQLite index beside the segments: events as rows, broadcasts as sessions with their gaps,
 * names that users went by. Made from the segments alone, so it may be lost or stale: {@link
 * io.github.danmuhub.record.index.IndexFollower} writes it behind the recorder, {@link
 * io.github.danmuhub.record.index.RecordingIndex} asks it.
 */
@NullMarked
package io.github.danmuhub.record.index;

import org.jspecify.annotations.NullMarked;
