/**
 * Bilibili's other side, simulated: the kit of {@code platform.site} plays the rooms; here is what
 * is Bilibili's own.
 *
 * <pre>
 *  BilibiliSite ─ LookupAnswers   rooms, cookies, keys, tokens; LookupRequest, RiskControl
 *               ─ Peer            a socket: Admission by a Ticket, heartbeats, batches, FaultyFrames
 *               ─ Backend         what lookups and sockets have in common
 *               ─ RoomNumbers     long and short id, and the anchor
 *               ─ BilibiliWords   what its messages carry, and what can be bought
 *               ─ FreshIds        fresh ids for a replay that starts again
 * </pre>
 *
 * <p>Any {@code SESSDATA} is an account here, but {@code SESSDATA=expired}.
 */
@NullMarked
package io.github.danmuhub.platform.bilibili.site;

import org.jspecify.annotations.NullMarked;
