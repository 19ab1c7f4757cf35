package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a simulated platform is given: the kit's rooms, faults and tallies, and the time. Rooms go
 * by the name that a person types. One thread.
 */
public interface SiteContext extends Clock {
  /** Seeded. */
  RandomGenerator random();

  /** Which year's platform it is to be. */
  Rules rules();

  /** The rooms that the simulator hosts for the platform; any other does not exist. */
  List<String> rooms();

  /** Whether it is one of {@link #rooms}. */
  default boolean hosts(String room) {
    return rooms().contains(room);
  }

  /** Whether the room is on air. */
  boolean isLive(String room);

  /** Which broadcast of the room it is, or was last: they count from 0. */
  long broadcast(String room);

  /** Whether the fault strikes now; it is used up by that. */
  boolean strikes(Fault fault);

  /** Counts what was served, refused or only tolerated. */
  void count(String name);

  /** The port for HTTP and WebSocket on 127.0.0.1. */
  int httpPort();

  /** The port for byte streams; 0 where the platform has none. */
  int tcpPort();
}
