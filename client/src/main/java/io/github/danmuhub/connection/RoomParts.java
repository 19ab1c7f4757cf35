package io.github.danmuhub.connection;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Loop;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * What a connection is put together from.
 *
 * @param session what its session is made of; called on {@code loop} only
 * @param loop where the room lives
 * @param dialler of the same loop
 * @param courtesy shared by all rooms of the platform that take the same way out
 * @param persistence how it goes on after a loss
 * @param random of the back-off's jitter; this room's alone
 * @param sink gets every event, on the loop: must not block; gives how many full queues lost it
 * @param tap hears its frames, on the loop
 */
public record RoomParts(
    RoomRef room,
    SessionParts session,
    Loop loop,
    Dialler dialler,
    Courtesy courtesy,
    Timing timing,
    Persistence persistence,
    RandomGenerator random,
    ToIntFunction<? super LiveEvent> sink,
    FrameTap tap) {}
