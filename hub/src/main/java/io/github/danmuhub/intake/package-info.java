/**
 * Recordings of anybody: each input is known by its first bytes and becomes an {@link
 * io.github.danmuhub.record.EventSource}, in order of time, from which export, stats and simulator
 * read as from a recording of ours.
 *
 * <pre>
 * input ─▶ Intake ─▶ record.Recording                       a folder or JSONL of ours
 *               └──▶ xml.XmlFile ─▶ order.SortedSource      XML of recorders, of videos
 *               └──▶ message.MessageFile, CaptureFile ─▶ …    what a platform said, heard again
 * several ─▶ merge.MergedSource                              of one room, as one
 * </pre>
 */
@NullMarked
package io.github.danmuhub.intake;

import org.jspecify.annotations.NullMarked;
