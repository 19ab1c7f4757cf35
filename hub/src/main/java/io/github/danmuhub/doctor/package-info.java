/**
 * {@code danmu doctor}: walks one connection step by step and says which step fails and why. It is
 * the room's own connection, so it accepts and refuses what a client does; but it tries each dial
 * once, and tells every refusal.
 *
 * <pre>
 *  RoomConnection ─events─▶ Examination ─┐
 *        ├─ TracingDialler ──────────────┼─steps─▶ Walk
 *        └─ ToldSession ─────────────────┘
 * </pre>
 */
@NullMarked
package io.github.danmuhub.doctor;

import org.jspecify.annotations.NullMarked;
