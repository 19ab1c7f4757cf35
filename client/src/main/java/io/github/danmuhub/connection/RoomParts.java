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
 * @param session what its session is made of; called on the way's loop only
 * @param persistence how it goes on after a loss
 * @param random of the back-off's jitter; this room's alone
 */
public record RoomParts(
    RoomRef room,
    SessionParts session,
    Way way,
    Timing timing,
    Persistence persistence,
    RandomGenerator random,
    Audience audience) {

  /**
   * The way out.
   *
   * @param loop where the room lives
   * @param dialler of the same loop
   * @param courtesy shared by all rooms of the platform that take the same way out
   */
  public record Way(Loop loop, Dialler dialler, Courtesy courtesy) {}

  /**
   * Who hears the room, on its loop.
   *
   * @param sink gets every event: must not block; gives how many full queues lost it
   * @param tap hears its frames
   */
  public record Audience(ToIntFunction<? super LiveEvent> sink, FrameTap tap) {}
}
