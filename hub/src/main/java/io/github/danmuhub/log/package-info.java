/**
 * What happened, in one order for all: an event is numbered and encoded once, stands in a window in
 * memory first, and waits there for nobody; then it goes to the disk.
 *
 * <pre>
 * write: EventLog ─▶ Window                             danmu-sink-…: readers wake here
 *                └─▶ LogFolder ─▶ DiskQueue ─▶ DiskWriter ─▶ segment/     danmu-log-disk
 *                                                Housekeeping ─▶ segment/     danmu-log-upkeep
 * read:  EventLog ─▶ Window, or behind it LogFolder ─▶ Blocks ─▶ segment/
 * </pre>
 *
 * The folder of a log is a plain recording:
 *
 * <pre>
 * DIR/20261121T080301Z-000000000001.jsonl.zst   a closed segment: UTC time, seq of its first event
 * DIR/20261121T090301Z-000000048211.jsonl       the open one: one JSON v1 event a line
 * DIR/log.json                                  the hub's id, how the last run ended, its last number
 * DIR/NAME.cursor                               how far the reader NAME has come
 * DIR/recorder.lock, DIR/.recorder.lock         who writes here
 * </pre>
 */
@NullMarked
package io.github.danmuhub.log;

import org.jspecify.annotations.NullMarked;
