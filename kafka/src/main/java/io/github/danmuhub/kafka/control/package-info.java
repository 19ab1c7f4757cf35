/**
 * What workers and people tell each other: which rooms are wanted ({@code danmu.rooms}), and until
 * when each was heard, by whom ({@code danmu.heard}). Both are compacted: of each key the last
 * value holds.
 *
 * <pre>
 * danmu.rooms  key ROOM            value {@link io.github.danmuhub.kafka.control.RoomRecord}, tombstone = not wanted
 * danmu.heard  key ZONE/PARTITION  value {@link io.github.danmuhub.kafka.control.Heard}, once a second
 * </pre>
 */
@NullMarked
package io.github.danmuhub.kafka.control;

import org.jspecify.annotations.NullMarked;
