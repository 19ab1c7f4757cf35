/**
 * The rooms that come in: a zone's workers share the partitions of {@code danmu.rooms} as one group
 * of consumers, and who has a partition hears its rooms.
 *
 * <pre>
 * danmu-kafka-rooms:  Membership ─▶ Assignment ─▶ what is wanted       Speaker ─▶ danmu.heard
 * danmu-kafka-dial:   Dialling ─▶ Crew: hangs up, asks danmu.heard, dials      Mover ─▶ danmu.rooms
 * </pre>
 */
@NullMarked
package io.github.danmuhub.kafka.worker;

import org.jspecify.annotations.NullMarked;
