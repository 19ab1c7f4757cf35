/**
 * A room's life: resolve, dial, wake, health, reconnect. Takes its dialler and its clock as
 * parameters.
 *
 * <pre>
 *  RoomConnection ─▶ RoomLifecycle ─▶ one Phase at a time   AwaitingTurn, Resolving, Connecting,
 *     (the door)        ▲    │                               Authenticating, Live, Waiting, Over:
 *                     Step   │                               made by Phases, answers with a Step
 *                       │    ├─ Line ─▶ the platform's socket  one at a time
 *                       │    ├─ Requests                       over HTTP; reset with the attempt
 *                       │    ▼
 *                  GuardedSession ─▶ the platform's session
 *                                        │ its RoomContext
 *    the stream ◀─ RoomEvents ◀─ RoomVerbs ◀┘   none twice (RecentKeys), counted, in order
 *
 *  DialList, BackOff, Persistence   where to, when again, and whether at all
 *  Courtesy ─ Place, Block, Slots   turns, blocks and slots of all rooms of a platform
 * </pre>
 *
 * What a session does wrong costs a frame or a socket, never the room: {@code GuardedSession}
 * stands around each call. {@code Timing} holds every deadline.
 */
@NullMarked
package io.github.danmuhub.connection;

import org.jspecify.annotations.NullMarked;
