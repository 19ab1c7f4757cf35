/**
 * The platform's other side, simulated: what a {@link
 * io.github.danmuhub.platform.site.SimulatedPlatform} says and whom it lets in, and the kit that
 * all of them share. Pure, like a session; one thread.
 *
 * <pre>
 *  simulator ─▶ HostedPlatform ─▶ SimulatedPlatform: lookups, admission, encoder   the platform's part
 *                 │  SiteContext   rooms, faults, tallies, the time
 *                 └▶ Seat ─ PeerContext ─▶ SimulatedPeer                           the platform's part
 *                      └▶ HostedRoom ─ BroadcastClock: when it is on air
 *                           └▶ Programme: a script, a capture's frames, a recording's events
 * </pre>
 */
@NullMarked
package io.github.danmuhub.platform.site;

import org.jspecify.annotations.NullMarked;
