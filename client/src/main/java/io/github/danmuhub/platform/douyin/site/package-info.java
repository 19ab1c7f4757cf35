/**
 * The other side: the platform as far as a client can tell, as strict as the real one.
 *
 * <pre>
 *  HTTP   ─▶ Lookups ─ RoomPages ─▶ HTML, JSON, a bare Response
 *  socket ─▶ Admission ─▶ Peer ─ View, Frames, FaultyFrames ─▶ socket
 *                          └──▶ Acks: right, wrong, missing
 * </pre>
 *
 * <p>{@code DouyinSite} is the entry; rooms, programme and clock are the kit's. {@code DouyinWords}
 * is what is carried and sold, {@code Broadcasts} the rooms' ids, {@code Replayed} what captures
 * hold. {@code Guests} says who is shown masked viewers; {@code GiftChaos} repeats, leaves out and
 * reorders gifts.
 */
@NullMarked
package io.github.danmuhub.platform.douyin.site;

import org.jspecify.annotations.NullMarked;
