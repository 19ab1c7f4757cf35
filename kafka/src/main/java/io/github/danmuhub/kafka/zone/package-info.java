/**
 * Several zones hear the same rooms, each on its own egress; here what they heard becomes one
 * stream.
 *
 * <pre>
 * danmu.events ─▶ MergePart ─▶ Merger, one a partition (pure) ─▶ danmu.merged
 *   ZoneEvent                    SeenIds · GiftTotals · SharedGaps · Leads     Merged
 * </pre>
 *
 * What goes to {@code danmu.merged}, by what an event carries:
 *
 * <ol>
 *   <li>An id of the platform's: once, whichever zone tells it first. Connections that are sampled
 *       (Douyin) hear different messages: together the zones hear more than each.
 *   <li>A gift whose combo has a running total of the platform's: what no zone told before, by that
 *       total. So the sum is right although each zone counts from what it heard last.
 *   <li>A gap: the part of it that no zone heard, once.
 *   <li>The state of a connection: not at all. It says how one worker is, and stays in {@code
 *       danmu.events}.
 *   <li>All else carries nothing to tell two of it apart (enter, like, stats, online …): what one
 *       worker of one zone tells, the room's lead. Samples of two connections are not added up.
 *       When the lead has a gap or falls silent, another takes over from where it ended; what lies
 *       within the difference of their clocks may come twice there, or not at all.
 * </ol>
 *
 * <p>Times of workers are compared: their clocks must agree to within a second or so (NTP).
 */
@NullMarked
package io.github.danmuhub.kafka.zone;

import org.jspecify.annotations.NullMarked;
