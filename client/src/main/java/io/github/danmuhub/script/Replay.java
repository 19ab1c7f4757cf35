package io.github.danmuhub.script;

import io.github.danmuhub.event.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a recorded event is played again, be it of another platform.
 *
 * @param time epoch milliseconds
 * @param round how often it was played before: each time its ids are others
 */
public record Replay(String platform, String room, long time, long round) {

  Origin origin(Origin recorded) {
    return new Origin(platform, room, renewed(recorded.id()), time, time, false, null);
  }

  /** The id of a message or a combo in this round. */
  @Nullable String renewed(@Nullable String id) {
    return id == null || round == 0 ? id : id + "@" + round;
  }
}
