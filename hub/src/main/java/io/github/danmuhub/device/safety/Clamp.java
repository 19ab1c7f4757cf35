package io.github.danmuhub.device.safety;

/** Numbers that stay where they may be. */
final class Clamp {
  private Clamp() {}

  static int between(int least, int most, int value) {
    return Math.max(least, Math.min(most, value));
  }

  /** From {@code from} towards {@code to}, by {@code step} at most. */
  static int towards(int from, int to, int step) {
    return from + between(-step, step, to - from);
  }
}
