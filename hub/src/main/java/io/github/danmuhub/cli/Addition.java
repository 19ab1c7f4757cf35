package io.github.danmuhub.cli;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.server.door.Door;
import java.util.List;

/**
 * What a hub does beside hearing rooms, keeping the log and opening the doors.
 *
 * @param doors stand behind the hub's gate with all others, from before the part starts until after
 *     it has ended
 */
public record Addition(Part part, List<Door> doors) {
  public Addition {
    doors = List.copyOf(doors);
  }
}
