package io.github.danmuhub.device.safety;

/**
 * A toy's own bounds; {@code examples/cat-toy/safety.h} has the same.
 *
 * @param pan degrees to either side
 * @param tiltDown degrees, negative: towards the floor, where it parks
 * @param tiltUp degrees
 * @param degreesPerSecond how fast the dot moves
 * @param ttlMs an order that echoes a tick older than this is dropped
 * @param silentMs who has said nothing for so long owns it no more, and nothing is lit or moves for
 *     longer after the newest tick that was echoed
 * @param longestMs a movement, and the laser without a pause
 * @param sessionMs armed in all
 * @param restMs after a session
 */
public record ToyLimits(
    int pan,
    int tiltDown,
    int tiltUp,
    int degreesPerSecond,
    int ttlMs,
    int silentMs,
    int longestMs,
    int sessionMs,
    int restMs) {
  private static final int MINUTE = 60_000;

  /** The cat toy's. */
  public static final ToyLimits STANDARD =
      new ToyLimits(40, -30, 10, 90, 1_500, 2_000, 10_000, 15 * MINUTE, 30 * MINUTE);
}
