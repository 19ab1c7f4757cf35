/**
 * Event recordings that survive: a {@linkplain io.github.danmuhub.log log} on disk, which is the
 * truth, and an SQLite index beside it, {@code DIR/index.sqlite}, which can always be made anew.
 *
 * <p>{@link io.github.danmuhub.record.Recorder} writes, {@link io.github.danmuhub.record.Recording}
 * reads; the files themselves are the business of {@code log.segment}, SQL that of {@code index},
 * and captured frames that of {@code frames}. The rooms {@code export} and {@code stats} read
 * through this one.
 */
@NullMarked
package io.github.danmuhub.record;

import org.jspecify.annotations.NullMarked;
