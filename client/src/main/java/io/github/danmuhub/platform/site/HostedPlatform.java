package io.github.danmuhub.platform.site;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.script.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A simulated platform as the simulator hosts it: everything that the platform's part is not. Every
 * call says when it is made, in epoch milliseconds. One thread.
 */
public final class HostedPlatform<M> {
  /** When a refused address may ask again, in seconds. */
  private static final String LATER = "60";

  private final HostContext context;
  private final SimulatedPlatform<M> platform;
  private final HostedRooms<M> rooms = new HostedRooms<>();

  private HostedPlatform(HostContext context, SimulatedPlatform<M> platform) {
    this.context = context;
    this.platform = platform;
  }

  /**
   * Hosts the rooms of {@code options} that are the platform's.
   *
   * @param id the platform's, which its rooms carry
   */
  public static HostedPlatform<?> of(String id, Simulatable platform, SimulationOptions options) {
    HostContext context = new HostContext(id, options);
    return host(context, platform.simulated(context), id, options);
  }

  /** What the platform speaks, without a room of it. */
  public static Vocabulary vocabularyOf(Simulatable platform) {
    return platform.simulated(new HostContext("", nothing())).vocabulary();
  }

  /** The real host names of a platform; {@code *.} at the start stands for any label. */
  public static List<String> hostsOf(Simulatable platform) {
    return platform.simulated(new HostContext("", nothing())).hosts();
  }

  private static SimulationOptions nothing() {
    return new SimulationOptions(List.of(), Rules.TODAY, 0, 1, false, PendingFaults.none());
  }

  private static <M> HostedPlatform<M> host(
      HostContext context, SimulatedPlatform<M> platform, String id, SimulationOptions options) {
    HostedPlatform<M> host = new HostedPlatform<>(context, platform);
    options.rooms().stream()
        .filter(room -> room.room().platform().equals(id))
        .forEach(room -> host.open(room, options));
    return host;
  }

  private void open(SimulatedRoom room, SimulationOptions options) {
    String name = room.room().room();
    rooms.add(
        name,
        new HostedRoom<>(
            room.room(), context.room(name), context.clock(), programme(room, options), platform));
  }

  private Programme<M> programme(SimulatedRoom room, SimulationOptions options) {
    double rate = options.rate();
    if (room.recording() != null) {
      return new RecordingProgramme<>(
          room.room(), room.recording(), platform, rate, options.loop(), context.tallies());
    }
    if (!room.replay().isEmpty()) {
      return new RecordedProgramme<>(room.replay(), platform, rate, options.loop());
    }
    double pace = rate == 0 ? SimulationOptions.SCRIPT_RATE : rate;
    return new ScriptProgramme<>(room.room(), platform, options.seed(), pace);
  }

  /** The real host names it answers for; {@code *.} at the start stands for any label. */
  public List<String> hosts() {
    return platform.hosts();
  }

  /** Whether it answers for the path when a request names the simulator's own address. */
  public boolean serves(String path) {
    return platform.serves(path);
  }

  /** How its byte streams are cut; empty where the platform has none. */
  public Optional<Framing> framing() {
    return platform.framing();
  }

  /** Whether a WebSocket that offers permessage-deflate is answered with it. */
  public boolean deflates() {
    return platform.deflates();
  }

  /** Where the simulator listens, once it does. {@code tcpPort} is 0 without {@link #framing}. */
  public void onListening(int httpPort, int tcpPort) {
    context.listens(httpPort, tcpPort);
  }

  /** Answers a request; may answer later: long polls. */
  public void onHttp(HttpCall call, long now, Consumer<HttpReply> answer) {
    context.clock().set(now);
    Optional<Integer> refused = refusal();
    if (refused.isPresent()) {
      context.count("requests refused: HTTP " + refused.get());
      answer.accept(new HttpReply(refused.get(), Headers.of("Retry-After", LATER), Raw.NOTHING));
    } else {
      platform.onHttp(call, rooms, answer);
    }
  }

  private Optional<Integer> refusal() {
    if (context.strikes(Fault.BLOCKED)) {
      return Optional.of(412);
    }
    return context.strikes(Fault.RATE_LIMITED) ? Optional.of(429) : Optional.empty();
  }

  /**
   * A client opens a socket.
   *
   * @param handshake the opening request; null for a byte stream
   * @throws RefusedException with the HTTP answer that it gets instead
   */
  public HostedPeer accept(@Nullable HttpCall handshake, long now, PeerSocket socket)
      throws RefusedException {
    context.clock().set(now);
    Seat<M> seat = new Seat<>(rooms, context.clock(), context.tallies(), socket);
    seat.take(platform.accept(handshake, seat));
    return new HostedPeer(seat, context.clock());
  }

  /** What it tolerated but the real one might not, and what it served: name → count. */
  public SortedMap<String, Long> tallies() {
    return context.tallies().snapshot();
  }
}
