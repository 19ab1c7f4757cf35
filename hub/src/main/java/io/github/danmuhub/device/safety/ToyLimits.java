package io.github.danmuhub.device.safety;

/**
 * A toy's own bounds; {@code examples/cat-toy/safety.h} has the same.
 *
 * @param degreesPerSecond how fast the dot moves
 */
public record ToyLimits(Reach reach, int degreesPerSecond, Times times) {
  private static final int SECOND = 1_000;
  private static final int MINUTE = 60 * SECOND;

  /** The cat toy's. */
  public static final ToyLimits STANDARD =
      new ToyLimits(
          new Reach(40, -30, 10),
          90,
          new Times(1_500, 2 * SECOND, 10 * SECOND, 15 * MINUTE, 30 * MINUTE));

  /**
   * Where the dot may be, in degrees.
   *
   * @param pan to either side
   * @param down negative: towards the floor, where it parks
   */
  public record Reach(int pan, int down, int up) {}

  /**
   * How long what may last, in milliseconds.
   *
   * @param ttl an order that echoes a tick older than this is dropped
   * @param silent who has said nothing for so long owns it no more, and nothing is lit or moves for
   *     longer after the newest tick that was echoed
   * @param longest a movement, and the laser without a pause
   * @param session armed in all
   * @param rest after a session
   */
  public record Times(int ttl, int silent, int longest, int session, int rest) {}
}
