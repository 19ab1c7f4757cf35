/**
 * Huya's other side, simulated: the kit of {@code platform.site} plays the rooms; here is what is
 * Huya's own.
 *
 * <pre>
 *  HuyaSite ─ Lookups    profileRoom and pages; Presenters: a room's uid
 *           ─ Peer       a socket: registers, is pushed to; deaf where deflate was offered
 *           ─ HuyaWords  what its messages carry, and what can be bought
 *           ─ Renewal    fresh ids for a replay that starts again
 * </pre>
 */
@NullMarked
package io.github.danmuhub.platform.huya.site;

import org.jspecify.annotations.NullMarked;
