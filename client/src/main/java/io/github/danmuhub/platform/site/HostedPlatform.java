package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.PendingFaults;
import io.github.danmuhub.platform.RefusedException;
import io.github.danmuhub.platform.SimulatedSite;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.Rules;
import io.github.danmuhub.platform.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.script.Script;
import io.github.danmuhub.script.Vocabulary;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A simulated platform as the simulator hosts it: everything that the platform's part is not. Sets
 * the clock before each call. One thread.
 */
public final class HostedPlatform<M> implements SimulatedSite {
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
  public static SimulatedSite of(String id, Simulatable platform, SimulationOptions options) {
    HostContext context = new HostContext(id, options);
    return host(context, platform.simulated(context), id, options);
  }

  /** What the platform speaks, without a room of it. */
  public static Vocabulary vocabularyOf(Simulatable platform) {
    SimulationOptions nothing =
        new SimulationOptions(List.of(), Rules.TODAY, 0, 1, false, PendingFaults.none());
    return platform.simulated(new HostContext("", nothing)).vocabulary();
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
          room.room(), room.recording(), platform, rate, options.loop());
    }
    if (!room.replay().isEmpty()) {
      return new RecordedProgramme<>(room.replay(), platform, rate, options.loop());
    }
    double pace = rate == 0 ? SimulationOptions.SCRIPT_RATE : rate;
    return new ScriptProgramme<>(
        new Script(
            room.room().platform(),
            room.room().room(),
            platform.vocabulary(),
            options.seed(),
            pace),
        platform);
  }

  @Override
  public List<String> hosts() {
    return platform.hosts();
  }

  @Override
  public boolean serves(String path) {
    return platform.serves(path);
  }

  @Override
  public Optional<Framing> framing() {
    return platform.framing();
  }

  @Override
  public void onListening(int httpPort, int tcpPort) {
    context.listens(httpPort, tcpPort);
  }

  @Override
  public void onHttp(HttpCall call, long now, Consumer<HttpReply> answer) {
    context.clock().set(now);
    platform.onHttp(call, rooms, answer);
  }

  @Override
  public io.github.danmuhub.platform.SimulatedPeer accept(
      @Nullable HttpCall handshake, long now, PeerOut out) throws RefusedException {
    context.clock().set(now);
    Seat<M> seat = new Seat<>(rooms, context.clock(), context.tallies(), out);
    seat.take(platform.accept(handshake, seat));
    return new Timed(seat, context.clock());
  }

  /** Sets the clock before each call. */
  private record Timed(Seat<?> seat, SiteClock clock)
      implements io.github.danmuhub.platform.SimulatedPeer {

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes, long now) {
      clock.set(now);
      seat.onFrame(kind, bytes);
    }

    @Override
    public void onWake(long now) {
      clock.set(now);
      seat.onWake();
    }

    @Override
    public void onClosed(long now) {
      clock.set(now);
      seat.onClosed();
    }
  }

  @Override
  public SortedMap<String, Long> tallies() {
    return context.tallies().snapshot();
  }
}
