package io.github.danmuhub;

import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.github.danmuhub.transport.BrowserDialler;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Transport;
import io.github.danmuhub.wire.Decompressors;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live rooms as one stream of events.
 *
 * <pre>{@code
 * try (DanmuClient client = DanmuClient.builder(new Bilibili()).build()) {
 *   client.listen("print", System.out::println);
 *   client.open("bilibili:21452505");
 *   …
 * }
 * }</pre>
 *
 * <p>Any thread may call it. A room that is opened is heard until it is closed, whatever happens to
 * its sockets.
 */
public final class DanmuClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DanmuClient.class);
  private static final long CLOSE_WITHIN_MS = 5_000;

  private final RoomNames names;
  private final Transport transport;
  private final BrowserDialler browser;
  private final Wiring wiring;
  private final ShareLinks links;
  private final EventStream events = new EventStream();
  private final Map<RoomRef, RoomConnection> rooms = new LinkedHashMap<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private boolean closed;

  private DanmuClient(Builder wanted) {
    Route route = new Route(wanted.simulator, wanted.proxy);
    this.names = new RoomNames(wanted.platforms);
    this.transport = Transport.create(wanted.loops);
    this.browser = wanted.browser;
    this.wiring =
        new Wiring(
            transport, events, wanted.timing, route, wanted.random, wanted.taps, wanted.browser);
    this.links = new ShareLinks(names, wiring::ask);
    if (!Decompressors.hasNativeBrotli()) {
      LOG.info("brotli is unpacked in Java, at half the speed: no native library of brotli4j here");
    }
  }

  /** A client for these platforms. */
  public static Builder builder(Platform... platforms) {
    return new Builder(List.of(platforms));
  }

  /** The platforms whose rooms it opens, in their order. */
  public List<Platform> platforms() {
    return names.platforms();
  }

  /** Everything that happens in all rooms. */
  public EventStream events() {
    return events;
  }

  /**
   * Hands every event to {@code listener}, on a thread of its own: it may block and may throw.
   * {@link EventStream} says what a listener that falls behind loses, and how to bridge to Flow,
   * Reactor and Kotlin.
   */
  public Subscription listen(String name, Consumer<? super LiveEvent> listener) {
    return events.subscribe(name, listener);
  }

  /**
   * Which room is meant by what people paste: as {@link #open} reads it, a text around a room's
   * URL, or a share link of a platform's app, which is asked where it leads.
   *
   * @return completes on a loop, within seconds; fails with an {@link IllegalArgumentException} in
   *     words
   * @throws IllegalArgumentException in words, if no platform knows the room
   */
  public CompletionStage<RoomRef> find(String pasted) {
    return links.find(pasted).thenApply(RoomNames.Named::room);
  }

  /** Opens a room as an anonymous visitor; see {@link #open(String, RoomSettings)}. */
  public RoomConnection open(String roomOrUrl) {
    return open(roomOrUrl, RoomSettings.DEFAULT);
  }

  /**
   * Opens a room and returns at once.
   *
   * @param roomOrUrl {@code bilibili:21452505}, or the URL in the browser's address bar
   * @throws IllegalArgumentException in words, if no platform knows the room, or a setting is
   *     unknown or has a bad value
   * @throws IllegalStateException in words, if the room is open already or the client is closed
   */
  public synchronized RoomConnection open(String roomOrUrl, RoomSettings settings) {
    RoomNames.Named named = names.read(roomOrUrl);
    refuseWhatIsOpen(named.room());
    RoomConnection room = wiring.connect(named, settings);
    forgetWhatFailed();
    rooms.remove(named.room()); // so that the new one stands last
    rooms.put(named.room(), room);
    room.over().thenAccept(last -> forget(room, last));
    room.open();
    return room;
  }

  private void refuseWhatIsOpen(RoomRef room) {
    if (closed) {
      throw new IllegalStateException("the client is closed; open " + room + " with a new one");
    }
    RoomConnection before = rooms.get(room);
    if (before != null && !before.isClosed() && before.state() != State.FAILED) {
      throw new IllegalStateException(room + " is open already; close it first");
    }
  }

  /** What failed is still listed. */
  private synchronized void forget(RoomConnection room, State last) {
    if (last == State.ENDED) {
      rooms.remove(room.room(), room);
    }
  }

  /** Closes one room, if it is open; touches no other. */
  public synchronized void close(RoomRef room) {
    RoomConnection open = rooms.get(room);
    if (open != null) {
      open.close();
      forgetWhatFailed();
    }
  }

  /** A room that has failed does not end once more when it is closed. */
  private void forgetWhatFailed() {
    rooms.values().removeIf(room -> room.isClosed() && room.state() == State.FAILED);
  }

  /** The rooms that were opened and not closed, in the order of opening; failed ones too. */
  public synchronized List<RoomConnection> rooms() {
    return rooms.values().stream().filter(room -> !room.isClosed()).toList();
  }

  /**
   * Ends every room, then the sockets, then hands the listeners what is still queued. Waits for
   * each of the three, but not for ever: a listener that never returns costs 5 s. Whoever calls it
   * again returns at once. A listener may call it; on an event loop, it returns at once and the
   * rest happens on a thread named {@code danmu-close}.
   */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    List<RoomConnection> ending = forgetRooms();
    if (Transport.isOnLoop()) {
      new Thread(() -> end(ending), "danmu-close").start();
    } else {
      end(ending);
    }
  }

  private void end(List<RoomConnection> ending) {
    ending.forEach(RoomConnection::close);
    awaitEnd(ending);
    browser.close();
    transport.close();
    events.close();
  }

  private synchronized List<RoomConnection> forgetRooms() {
    List<RoomConnection> all = List.copyOf(rooms.values());
    rooms.clear();
    closed = true;
    return all;
  }

  private static void awaitEnd(List<RoomConnection> ending) {
    CompletableFuture.allOf(
            ending.stream()
                .map(room -> room.over().toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, CLOSE_WITHIN_MS, TimeUnit.MILLISECONDS)
        .join();
  }

  /** What a client is made of. One thread. */
  public static final class Builder {
    private final List<Platform> platforms;
    private @Nullable URI simulator;
    private @Nullable URI proxy;
    private Timing timing = Timing.standard();
    private int loops = 1;
    private SplittableRandom random = new SplittableRandom();
    private Function<RoomRef, FrameTap> taps = room -> FrameTap.NONE;
    private BrowserDialler browser = BrowserDialler.NONE;

    private Builder(List<Platform> platforms) {
      this.platforms = platforms;
    }

    /** {@code http://127.0.0.1:PORT}: every platform's traffic goes there instead. */
    public Builder simulator(@Nullable URI uri) {
      this.simulator = uri;
      return this;
    }

    /** {@code http://…} or {@code socks5://…}, for rooms that name none of their own. */
    public Builder proxy(@Nullable URI uri) {
      this.proxy = uri;
      return this;
    }

    public Builder timing(Timing deadlines) {
      this.timing = deadlines;
      return this;
    }

    /** How many event loops share the rooms; one carries thousands. */
    public Builder loops(int count) {
      this.loops = count;
      return this;
    }

    /** Makes the client's own ids and jitter repeatable. */
    public Builder seed(long seed) {
      this.random = new SplittableRandom(seed);
      return this;
    }

    /**
     * Has the rooms' frames heard by taps, as they are on the wire, secrets included.
     *
     * @param tapOf asked once for each room that is opened; on the opening thread
     */
    public Builder tap(Function<RoomRef, FrameTap> tapOf) {
      this.taps = tapOf;
      return this;
    }

    /**
     * Hears rooms through their pages, where a platform's {@code source} is {@code browser}; closed
     * with the client.
     */
    public Builder browser(BrowserDialler dialler) {
      this.browser = dialler;
      return this;
    }

    /** Starts the event loops. */
    public DanmuClient build() {
      return new DanmuClient(this);
    }
  }
}
