/**
 * Bytes ⇄ packets, in both directions: what the session and the simulated site share.
 *
 * <pre>
 *  frame ⇄ HuyaPacket ─ type 7, 22 ⇄ HuyaPush ⇄ HuyaMessage: uri, body, id
 *                     ─ type 16, 17 ⇄ HuyaGroups
 *                     ─ type 3, 4 ⇄ HuyaWup
 *  socket URL ⇄ HuyaConnectInfo
 * </pre>
 */
@NullMarked
package io.github.danmuhub.platform.huya.packet;

import org.jspecify.annotations.NullMarked;
