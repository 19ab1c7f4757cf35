package io.github.danmuhub.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.Connection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a room is.
 *
 * @param title of the broadcast; null before it is known
 */
public record RoomStatus(
    String platform,
    String room,
    Connection.State state,
    @Nullable String title,
    Connection.Health health) {

  /** {@code platform:room}. */
  public String key() {
    return platform + ":" + room;
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", key()).put("platform", platform).put("room", room);
    json.put("state", state.name().toLowerCase(Locale.ROOT));
    if (title != null) {
      json.put("title", title);
    }
    ObjectNode told = json.putObject("health");
    if (health.lastFrameMs() >= 0) {
      told.put("last_frame_ms", health.lastFrameMs());
    }
    if (health.roundTripMs() >= 0) {
      told.put("round_trip_ms", health.roundTripMs());
    }
    told.put("frames", health.frames()).put("events", health.events());
    told.put("unknown", health.unknown()).put("malformed", health.malformed());
    told.put("dropped", health.dropped()).put("reconnects", health.reconnects());
    return json;
  }
}
