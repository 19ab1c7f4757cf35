/**
 * A room's life: resolve, dial, wake, health, reconnect. Takes its dialler and its clock as
 * parameters.
 *
 * <pre>
 *  RoomConnection ─▶ RoomLifecycle ─▶ one Phase at a time   AwaitingTurn, Resolving, Connecting,
 *     (the door)          │                                  Authenticating, Live, Waiting, Over
 *                         ├─ DialList, BackOff, Pacer        where to, when again, not too often
 *                         └─ DialledSocket ─▶ GuardedSession ─▶ the platform's session
 *                                                               │
 *    the stream ◀─ RoomEvents ◀─ RoomOut ◀──────────────────────┘
 *                                counted, none twice (RecentKeys), in order
 * </pre>
 *
 * What a session does wrong costs a frame or a socket, never the room: {@code GuardedSession}
 * stands around each call. {@code Timing} holds every deadline.
 */
@NullMarked
package io.github.danmuhub.connection;

import org.jspecify.annotations.NullMarked;
