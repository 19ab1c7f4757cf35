package io.github.danmuhub.device.safety;

/**
 * Where the laser points, in thousandths of a degree. It moves no faster than it may, and while it
 * has a target it never rests on one spot: it swings a little around it. Without a target it parks,
 * towards the floor. One thread.
 */
final class Dot {
  private static final int MILLI = 1_000;
  private static final int SWING = 2_000;
  private static final int SWING_MS = 1_200;

  private final ToyLimits limits;
  private int pan;
  private int tilt;

  Dot(ToyLimits limits) {
    this.limits = limits;
    tilt = limits.reach().down() * MILLI;
  }

  /** {@code passed} milliseconds later it is {@code now}; the target is in degrees. */
  void swing(long now, int passed, int targetPan, int targetTilt) {
    int most = limits.reach().pan() * MILLI;
    move(passed, Clamp.between(-most, most, targetPan * MILLI + offset(now)), targetTilt * MILLI);
  }

  void park(int passed) {
    move(passed, 0, limits.reach().down() * MILLI);
  }

  private void move(int passed, int toPan, int toTilt) {
    int step = limits.degreesPerSecond() * passed;
    pan = Clamp.towards(pan, toPan, step);
    tilt = Clamp.towards(tilt, toTilt, step);
  }

  /** A triangle: from one side to the other and back. */
  private static int offset(long now) {
    int phase = (int) (now % SWING_MS);
    int half = SWING_MS / 2;
    int up = phase < half ? phase : SWING_MS - phase;
    return up * 2 * SWING / half - SWING;
  }

  int pan() {
    return pan;
  }

  int tilt() {
    return tilt;
  }
}
