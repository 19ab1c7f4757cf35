package io.github.danmuhub.platform.site;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.RoomRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a site is simulated.
 *
 * @param rooms the rooms it hosts; any other room does not exist
 * @param rules which year's rules it enforces
 * @param rate messages a second a room; 0 = the capture's own times, or the default without a
 *     capture
 * @param seed of everything that looks random
 * @param loop whether a replay starts again at its end, with fresh message ids
 * @param faults what goes wrong
 * @param onAir when the rooms are live
 */
public record SimulationOptions(
    List<SimulatedRoom> rooms,
    Rules rules,
    double rate,
    long seed,
    boolean loop,
    PendingFaults faults,
    BroadcastSchedule onAir) {

  /** Messages a second by default: a script, and a capture without times. */
  public static final double SCRIPT_RATE = 5;

  public static final double REPLAY_RATE = 50;

  public SimulationOptions {
    rooms = List.copyOf(rooms);
  }

  /** With rooms that are always live. */
  public SimulationOptions(
      List<SimulatedRoom> rooms,
      Rules rules,
      double rate,
      long seed,
      boolean loop,
      PendingFaults faults) {
    this(rooms, rules, rate, seed, loop, faults, BroadcastSchedule.ALWAYS);
  }

  /** Which year's platform is simulated. */
  public enum Rules {
    TODAY,
    /** What the platforms accepted when the tutorials were written. */
    YEAR_2022
  }

  /**
   * A hosted room.
   *
   * @param replay the capture to take the messages from; empty for a seeded script
   * @param recording events to play instead, of whichever platform; read again for each round of a
   *     loop, on the simulator's loop, so that it should not block for long. Null for none
   */
  public record SimulatedRoom(
      RoomRef room, List<? extends Recorded> replay, @Nullable Iterable<LiveEvent> recording) {

    public SimulatedRoom {
      replay = List.copyOf(replay);
    }

    /** Without a recording. */
    public SimulatedRoom(RoomRef room, List<? extends Recorded> replay) {
      this(room, replay, null);
    }
  }
}
