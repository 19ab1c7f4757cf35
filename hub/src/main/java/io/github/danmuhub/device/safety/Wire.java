package io.github.danmuhub.device.safety;

/** The way to a device, as a gate needs it. Never blocks. */
public interface Wire {
  /**
   * Says this line soon, or never: not after a reconnect.
   *
   * @return false: it takes nothing now, and this line is not said
   */
  boolean say(String line);

  /** Says this line before all that waits, which is forgotten. */
  void sayFirst(String line);
}
