package io.github.danmuhub.platform.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.BroadcastSchedule;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invented platform on a stage of the kit's, under a virtual clock: no sockets, no sleep. */
public final class TinyStage {
  public static final RoomRef ROOM = new RoomRef("tiny", "cats");
  public static final long START = 1_790_000_000_000L;

  public long now = START;

  private final HostedPlatform<?> site;
  private final List<Guest> guests = new ArrayList<>();

  private TinyStage(SimulationOptions options) {
    site = HostedPlatform.of("tiny", TinySite::new, options);
    site.onListening(7001, 0);
  }

  public static TinyStage scripted() {
    return of(new SimulatedRoom(ROOM, List.of()), 0, false, BroadcastSchedule.ALWAYS);
  }

  public static TinyStage scheduled(BroadcastSchedule onAir) {
    return of(new SimulatedRoom(ROOM, List.of()), 0, false, onAir);
  }

  public static TinyStage with(Fault fault) {
    return new TinyStage(
        options(
            new SimulatedRoom(ROOM, List.of()),
            0,
            false,
            new PendingFaults(Map.of(fault, 1), 0),
            BroadcastSchedule.ALWAYS));
  }

  public static TinyStage replaying(double rate, boolean loop, RecordedFrame... frames) {
    return of(new SimulatedRoom(ROOM, List.of(frames)), rate, loop, BroadcastSchedule.ALWAYS);
  }

  public static TinyStage playing(double rate, boolean loop, List<LiveEvent> recording) {
    SimulatedRoom room = new SimulatedRoom(ROOM, List.of(), recording);
    return of(room, rate, loop, BroadcastSchedule.ALWAYS);
  }

  public static TinyStage of(
      SimulatedRoom room, double rate, boolean loop, BroadcastSchedule onAir) {
    return new TinyStage(options(room, rate, loop, PendingFaults.none(), onAir));
  }

  private static SimulationOptions options(
      SimulatedRoom room,
      double rate,
      boolean loop,
      PendingFaults faults,
      BroadcastSchedule onAir) {
    return new SimulationOptions(List.of(room), Rules.TODAY, rate, 42, loop, faults, onAir);
  }

  public static RecordedFrame frame(long time, String... lines) {
    return new RecordedFrame(
        time, FrameKind.TEXT, Raw.bytes(String.join("\n", lines).getBytes(UTF_8)));
  }

  public HttpReply get(String path) {
    List<HttpReply> replies = new ArrayList<>();
    HttpCall call = HttpCall.get(URI.create("https://tiny.example" + path), Headers.NONE);
    site.onHttp(call, now, replies::add);
    return replies.get(0);
  }

  public Map<String, Long> tallies() {
    return site.tallies();
  }

  /** Opens a socket and says nothing. */
  public Guest dial(String path) throws RefusedException {
    Guest guest = new Guest();
    HttpCall call = HttpCall.get(URI.create("wss://tiny.example" + path), Headers.NONE);
    guest.peer = site.accept(call, now, guest);
    guests.add(guest);
    return guest;
  }

  /** Opens a socket and joins, with a token that the lookup gave. */
  public Guest join() {
    String token = get("/rooms/" + ROOM.room()).text().split(" ", -1)[1];
    try {
      return dial("/chat").say("join " + ROOM.room() + " " + token);
    } catch (RefusedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets time pass, with everything that falls due in it. */
  public void pass(long ms) {
    long end = now + ms;
    for (Guest next = next(end); next != null; next = next(end)) {
      now = Math.max(now, next.wake);
      next.wake = Long.MAX_VALUE;
      next.peer().onWake(now);
    }
    now = end;
  }

  private @Nullable Guest next(long end) {
    Guest first = null;
    for (Guest guest : guests) {
      if (guest.wake <= end && (first == null || guest.wake < first.wake)) {
        first = guest;
      }
    }
    return first;
  }

  /** Who sits at a socket's other end, and writes down what it gets. */
  public final class Guest implements PeerSocket {
    public final List<String> frames = new ArrayList<>();
    public @Nullable String dropped;

    private @Nullable HostedPeer peer;
    private long wake = Long.MAX_VALUE;

    private HostedPeer peer() {
      if (peer == null) {
        throw new AssertionError("never accepted");
      }
      return peer;
    }

    public Guest say(String text) {
      peer().onFrame(FrameKind.TEXT, ByteBuffer.wrap(text.getBytes(UTF_8)), now);
      return this;
    }

    public void leave() {
      wake = Long.MAX_VALUE;
      peer().onClosed(now);
    }

    /** What was said in the room, a line each. */
    public List<String> lines() {
      return frames.stream()
          .flatMap(frame -> frame.lines())
          .filter(line -> line.contains(" ") && !line.equals("go away"))
          .toList();
    }

    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      frames.add(UTF_8.decode(bytes.duplicate()).toString());
    }

    @Override
    public void wakeAt(long epochMs) {
      wake = epochMs;
    }

    @Override
    public void drop(String why) {
      dropped = why;
      wake = Long.MAX_VALUE;
    }
  }
}
