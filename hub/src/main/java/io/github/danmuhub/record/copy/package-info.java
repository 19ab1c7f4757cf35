/**
 * Copies of a recording: files that are split, named and filtered as one likes. A copy is written
 * by a reader of the log with a cursor of its own, and what it remembers there tells it where each
 * file ended: however a run ends, none of its events is missing and none stands twice.
 *
 * <p>{@link io.github.danmuhub.record.copy.CopyPlan} says what belongs where, {@link
 * io.github.danmuhub.record.copy.Copies} writes it.
 */
@NullMarked
package io.github.danmuhub.record.copy;

import org.jspecify.annotations.NullMarked;
