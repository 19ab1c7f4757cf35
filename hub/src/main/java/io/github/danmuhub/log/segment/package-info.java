/**
 * The JSONL files of a recording: one event a line, cut into segments, packed when closed.
 *
 * <pre>
 * write: SegmentWriter ─▶ SegmentFile ─▶ Packing
 * read:  SegmentFolder ─▶ Segment ─▶ LineReader ─▶ SegmentLines ─▶ ReadAhead ─▶ RecordingReader
 * </pre>
 *
 * Files are read by their first bytes, not by their names; a line that is cut, newer or not ours is
 * passed over and counted in {@link io.github.danmuhub.log.segment.ReadReport}.
 */
@NullMarked
package io.github.danmuhub.log.segment;

import org.jspecify.annotations.NullMarked;
