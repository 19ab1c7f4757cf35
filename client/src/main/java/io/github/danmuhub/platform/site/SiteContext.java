package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.Clock;
import java.util.random.RandomGenerator;

/**
 * What a simulated platform is given: the kit's rooms, faults and tallies, and the time. One
 * thread.
 */
public interface SiteContext extends Clock {
  /** Seeded. */
  RandomGenerator random();

  /** Whether it is a room that the simulator hosts; any other does not exist. */
  boolean hosts(String room);

  /** Whether the room is on air. */
  boolean isLive(String room);

  /** Counts what was served, refused or only tolerated. */
  void count(String name);

  /** The port for HTTP and WebSocket on 127.0.0.1. */
  int httpPort();

  /** The port for byte streams; 0 where the platform has none. */
  int tcpPort();
}
