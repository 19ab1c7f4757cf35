package io.github.danmuhub.app;

import static java.util.stream.Collectors.toMap;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.app.RoomRefusedException.Reason;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.SlotSettings;
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
import java.util.function.UnaryOperator;

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
    return open(find(roomOrUrl));
  }

  /**
   * The room that somebody pasted; waits where a share link must be asked.
   *
   * @throws RoomRefusedException where it names no room
   */
  public RoomRef find(String roomOrUrl) throws RoomRefusedException {
    try {
      return PastedRoom.find(client, roomOrUrl);
    } catch (IllegalArgumentException e) {
      throw refused(roomOrUrl, e);
    }
  }

  private static RoomRefusedException refused(String room, IllegalArgumentException why) {
    Phrase theirs = Phrase.of("room.unknown", room, Phrase.library(why.getMessage()));
    return new RoomRefusedException(
        Reason.UNKNOWN, why instanceof Told ours ? ours.told() : theirs);
  }

  private OpenedRoom open(RoomRef ref) throws RoomRefusedException {
    return open(ref, usual -> usual);
  }

  /**
   * Opens a room otherwise than the platform's others; harmless where it is open.
   *
   * @param own makes the room's settings of the usual ones of its platform
   * @throws RoomRefusedException where no platform knows it, its settings are refused, or there are
   *     too many
   */
  public synchronized OpenedRoom open(RoomRef ref, UnaryOperator<RoomSettings> own)
      throws RoomRefusedException {
    Optional<RoomConnection> known = connection(ref.toString());
    Optional<RoomConnection> open = known.filter(room -> !OVER.contains(room.state()));
    return open.isPresent()
        ? new OpenedRoom(status(open.get()), false)
        : new OpenedRoom(status(add(ref, own, known.isPresent())), true);
  }

  /**
   * @param again whether it takes the place of one that is over
   */
  private RoomConnection add(RoomRef ref, UnaryOperator<RoomSettings> own, boolean again)
      throws RoomRefusedException {
    if (!again && client.rooms().size() >= limit) {
      throw new RoomRefusedException(Reason.TOO_MANY, Phrase.of("room.many", limit));
    }
    try {
      return client.open(ref.toString(), own.apply(settings.of(ref.platform())));
    } catch (IllegalArgumentException e) {
      throw refused(ref.toString(), e);
    }
  }

  /** How many rooms may be open at once, of all platforms together. */
  public int limit() {
    return limit;
  }

  /** What each platform tolerates, with the user's settings, by its id. */
  public Map<String, Limits> limits() {
    return client.platforms().stream()
        .collect(
            toMap(
                Platform::id,
                it ->
                    SlotSettings.limits(it, settings.settings().getOrDefault(it.id(), Map.of()))));
  }

  /** Whether rooms of a platform are opened with an account, where nothing else is said. */
  public boolean hasAccount(String platform) {
    return !settings.of(platform).credentials().isAnonymous();
  }

  @Override
  public boolean close(String room) {
    Optional<RoomConnection> known = connection(room);
    known.ifPresent(connection -> client.close(connection.room()));
    return known.isPresent();
  }

  private Optional<RoomConnection> connection(String room) {
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
