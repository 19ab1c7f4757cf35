package io.github.danmuhub.testing;

import io.github.danmuhub.connection.Courtesy;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.connection.Persistence;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.RoomParts;
import io.github.danmuhub.connection.SessionParts;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.CookieJar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A room as it is, connection and session, wired in memory to a simulated site, under a virtual
 * clock: no sockets, no sleep.
 */
public final class ConnectedRoom {
  public final List<LiveEvent> events = new ArrayList<>();
  public final RoomConnection connection;

  /**
   * @param courtesy shared with the platform's other rooms
   * @param way out to the site
   */
  public ConnectedRoom(
      Platform platform,
      RoomRef room,
      Credentials who,
      VirtualLoop loop,
      Courtesy courtesy,
      SiteDialler way) {
    SessionParts session =
        new SessionParts(
            context -> platform.open(room, context),
            new SplittableRandom(7),
            new Settings(platform.id(), Map.of(), who, false),
            LoopTools.create(),
            new CookieJar());
    connection =
        new RoomConnection(
            new RoomParts(
                room,
                session,
                new RoomParts.Way(loop, way, courtesy),
                Timing.standard(),
                Persistence.ENDLESS,
                new SplittableRandom(1),
                new RoomParts.Audience(
                    event -> {
                      events.add(event);
                      return 0;
                    },
                    FrameTap.NONE)));
  }

  /** Those of one type, in order. */
  public <E extends LiveEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The last step of the room's life that was told. */
  public Connection last() {
    List<Connection> steps = events(Connection.class);
    return steps.get(steps.size() - 1);
  }
}
