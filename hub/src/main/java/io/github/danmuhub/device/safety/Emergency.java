package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.protocol.Order.Stop;

/**
 * An emergency stop, from the moment somebody asks for it until a person releases it. It is said
 * past everything else, and again every {@value #AGAIN_MS} ms until the device has confirmed it.
 * One thread.
 */
final class Emergency {
  static final int AGAIN_MS = 250;

  private final Wire wire;
  private final String run;
  private int count;
  private boolean latched;
  private boolean confirmed;
  private long saidAt;

  /**
   * @param run tells this hub's stops from others'
   */
  Emergency(Wire wire, String run) {
    this.wire = wire;
    this.run = run;
  }

  void ask(long now) {
    count++;
    latched = true;
    confirmed = false;
    say(now);
  }

  private void say(long now) {
    saidAt = now;
    wire.sayFirst(new Stop(id()).line());
  }

  private String id() {
    return run + "-" + count;
  }

  void advance(long now) {
    if (latched && !confirmed && now - saidAt >= AGAIN_MS) {
      say(now);
    }
  }

  /** The device says that it stopped, by this id. */
  void heard(String id) {
    confirmed |= id.equals(id());
  }

  /** It has stopped for somebody else: that holds here too. */
  void adopt() {
    latched = true;
    confirmed = true;
  }

  /** What it said since shows that it has not stopped, or not any more. */
  void doubt() {
    confirmed = false;
  }

  void release() {
    latched = false;
  }

  boolean isLatched() {
    return latched;
  }

  boolean isConfirmed() {
    return confirmed;
  }
}
