/**
 * The other side: the platform as far as a client can tell, as strict as the real one.
 *
 * <pre>
 *  HTTP   ─▶ LookupAnswers ─ RoomPages ─▶ HTML, JSON, a bare Response
 *  socket ─▶ Admission ─▶ Peer ─ View, Frames, FaultyFrames ─▶ socket
 *                          │└─▶ Acks: right, wrong, missing
 *       HostedRooms ─ HostedRoom ◀─ Feed: a ScriptFeed, or the ReplayFeed of a capture
 * </pre>
 *
 * <p>{@code DouyinSimulatedSite} is the door. {@code Guests} says from whom the viewers are hidden,
 * {@code GiftChaos} repeats, leaves out and reorders gifts; {@code Payloads} writes what {@code
 * message} reads, with numbers of its own.
 */
@NullMarked
package io.github.danmuhub.platform.douyin.site;

import org.jspecify.annotations.NullMarked;
