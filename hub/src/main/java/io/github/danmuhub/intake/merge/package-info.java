/**
 * Several recordings of one room as one: every message once, in the order of its time, and only
 * those gaps that all of them had.
 *
 * <pre>
 * inputs ─▶ Survey: clocks, coverage, gaps ─▶ MergedReading ─▶ Union: what is new ─▶ events
 * </pre>
 */
@NullMarked
package io.github.danmuhub.intake.merge;

import org.jspecify.annotations.NullMarked;
