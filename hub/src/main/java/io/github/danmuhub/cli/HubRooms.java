package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.server.RoomRefusedException;
import io.github.danmuhub.server.RoomRefusedException.Reason;
import io.github.danmuhub.server.RoomStatus;
import io.github.danmuhub.server.Rooms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The hub's rooms: the client's, with the titles that its events tell. Thread-safe. */
final class HubRooms implements Rooms, Consumer<LiveEvent>, AutoCloseable {
  private final DanmuClient client;
  private final NetworkOptions network;
  private final int limit;
  private final Map<RoomRef, String> titles = new ConcurrentHashMap<>();

  /**
   * @param limit rooms that may be open at once
   */
  HubRooms(DanmuClient client, NetworkOptions network, int limit) {
    this.client = client;
    this.network = network;
    this.limit = limit;
  }

  @Override
  public void accept(LiveEvent event) {
    if (event instanceof Room room) {
      titles.put(new RoomRef(room.origin().platform(), room.origin().room()), room.title());
    }
  }

  @Override
  public List<RoomStatus> list() {
    return client.rooms().stream().map(this::status).toList();
  }

  @Override
  public synchronized RoomStatus open(String roomOrUrl) throws RoomRefusedException {
    try {
      RoomRef ref = Platforms.parse(roomOrUrl);
      Optional<RoomConnection> open = find(ref);
      return status(open.isPresent() ? open.get() : add(ref));
    } catch (IllegalArgumentException e) {
      throw new RoomRefusedException(Reason.UNKNOWN, String.valueOf(e.getMessage()));
    }
  }

  private RoomConnection add(RoomRef ref) throws RoomRefusedException {
    if (client.rooms().size() >= limit) {
      throw new RoomRefusedException(
          Reason.TOO_MANY,
          "at most %d rooms are open at once: close one, or raise server.limits.rooms"
              .formatted(limit));
    }
    return client.open(ref.toString(), network.roomSettings(ref.platform(), false));
  }

  @Override
  public boolean close(String room) {
    Optional<RoomConnection> open =
        client.rooms().stream().filter(c -> c.room().toString().equals(room)).findFirst();
    open.ifPresent(connection -> client.close(connection.room()));
    open.ifPresent(connection -> titles.remove(connection.room()));
    return open.isPresent();
  }

  private Optional<RoomConnection> find(RoomRef ref) {
    return client.rooms().stream().filter(c -> c.room().equals(ref)).findFirst();
  }

  private RoomStatus status(RoomConnection connection) {
    RoomRef room = connection.room();
    return new RoomStatus(
        room.platform(), room.room(), connection.state(), titles.get(room), connection.health());
  }

  /** Closes the rooms before the doors, so that their last events still go out. */
  @Override
  public void close() {
    client.rooms().forEach(RoomConnection::close);
  }
}
