package io.github.danmuhub.app;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.RoomRefusedException.Reason;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The hub's rooms: the client's, with the titles that its events tell. Once it is started, any
 * thread may call it.
 */
public final class HubRooms implements Rooms, Part, Consumer<LiveEvent> {
  private static final Set<State> OVER = Set.of(State.ENDED, State.FAILED);
  private static final long CLOSING_SECONDS = 1;

  private final DanmuClient client;
  private final PlatformSettings settings;
  private final int limit;
  private final Map<RoomRef, String> titles = new ConcurrentHashMap<>();

  /**
   * Opens rooms of this client.
   *
   * @param limit rooms that may be open at once
   */
  public HubRooms(DanmuClient client, PlatformSettings settings, int limit) {
    this.client = client;
    this.settings = settings;
    this.limit = limit;
  }

  @Override
  public String name() {
    return "rooms";
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public void start(PartStatus status) {
    client.listen("titles", this);
  }

  /** A room's last event is that it ended or failed: from then on it has no title. */
  @Override
  public void accept(LiveEvent event) {
    if (event instanceof Room room) {
      titles.put(RoomRef.of(event.origin()), room.title());
    } else if (event instanceof Connection connection && OVER.contains(connection.state())) {
      titles.remove(RoomRef.of(event.origin()));
    }
  }

  @Override
  public List<RoomStatus> list() {
    return client.rooms().stream().map(this::status).toList();
  }

  @Override
  public OpenedRoom open(String roomOrUrl) throws RoomRefusedException {
    try {
      return open(PastedRoom.find(client, roomOrUrl));
    } catch (IllegalArgumentException e) {
      Phrase theirs = Phrase.of("room.unknown", roomOrUrl, Phrase.library(e.getMessage()));
      throw new RoomRefusedException(Reason.UNKNOWN, e instanceof Told ours ? ours.told() : theirs);
    }
  }

  private synchronized OpenedRoom open(RoomRef ref) throws RoomRefusedException {
    Optional<RoomConnection> known = find(ref.toString());
    Optional<RoomConnection> open = known.filter(room -> !OVER.contains(room.state()));
    return open.isPresent()
        ? new OpenedRoom(status(open.get()), false)
        : new OpenedRoom(status(add(ref, known.isPresent())), true);
  }

  /**
   * @param again whether it takes the place of one that is over
   */
  private RoomConnection add(RoomRef ref, boolean again) throws RoomRefusedException {
    if (!again && client.rooms().size() >= limit) {
      throw new RoomRefusedException(Reason.TOO_MANY, Phrase.of("room.many", limit));
    }
    return client.open(ref.toString(), settings.of(ref.platform()));
  }

  @Override
  public boolean close(String room) {
    Optional<RoomConnection> known = find(room);
    known.ifPresent(connection -> client.close(connection.room()));
    return known.isPresent();
  }

  private Optional<RoomConnection> find(String room) {
    return client.rooms().stream().filter(c -> c.room().toString().equals(room)).findFirst();
  }

  private RoomStatus status(RoomConnection connection) {
    RoomRef room = connection.room();
    return new RoomStatus(
        room.platform(), room.room(), connection.state(), titles.get(room), connection.health());
  }

  /** Ends the rooms and waits, a second at most, until each has told so. */
  @Override
  public void close() {
    List<RoomConnection> open = client.rooms();
    open.forEach(RoomConnection::close);
    CompletableFuture.allOf(
            open.stream()
                .map(room -> room.over().toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, CLOSING_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
