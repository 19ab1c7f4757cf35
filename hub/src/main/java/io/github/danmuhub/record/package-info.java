/**
 * Event recordings that survive: JSONL segments, which are the truth, and an SQLite index beside
 * them, which can always be made anew.
 *
 * <pre>
 * DIR/20261121T080301Z-000000000001.jsonl.zst   a closed segment: UTC time, seq of its first event
 * DIR/20261121T090301Z-000000048211.jsonl       the open one: one JSON v1 event a line
 * DIR/index.sqlite                              events, sessions, gaps, names (WAL)
 * DIR/recorder.lock, DIR/.recorder.lock         who writes here
 * </pre>
 *
 * {@link io.github.danmuhub.record.Recorder} writes, {@link io.github.danmuhub.record.Recording}
 * reads; the files themselves are the business of {@code log.segment}, SQL that of {@code index},
 * and captured frames that of {@code frames}. The rooms {@code export} and {@code stats} read
 * through this one.
 */
@NullMarked
package io.github.danmuhub.record;

import org.jspecify.annotations.NullMarked;
