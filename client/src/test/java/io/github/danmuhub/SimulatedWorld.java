package io.github.danmuhub;

import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import io.github.danmuhub.testing.Heard;
import io.github.danmuhub.transport.DeadPort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The real client and the simulator, with real sockets between them and everything heard. */
final class SimulatedWorld implements AutoCloseable {
  static final String ROOM = "bilibili:545068";

  /** Real deadlines, since the machine may be busy, but a back-off of 20 ms to 1 s, no pacing. */
  static final Timing QUICK =
      Timing.standard()
          .withDeadlines(new Timing.Deadlines(30_000, 30_000, 5_000, 70_000, 1))
          .withBackOff(new Timing.Waits(20, 1_000, 30_000))
          .withPacing(0);

  /** As quick, and authentication within 100 ms, silence after 1.4 s. */
  static final Timing IMPATIENT = QUICK.withPaceScale(0.02);

  /** For a busy machine; what is waited for comes within a second on an idle one. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Heard ear = new Heard();
  final List<LiveEvent> heard = ear.events();
  private final Platform platform;
  private final SimulationOptions options;
  private Simulator simulator;
  private @Nullable DanmuClient client;
  private @Nullable DeadPort kept;

  SimulatedWorld(PendingFaults faults) throws IOException {
    this(faults, 200, List.of());
  }

  SimulatedWorld(PendingFaults faults, double rate, List<? extends Recorded> replay)
      throws IOException {
    this(new Bilibili(), options(new RoomRef("bilibili", "545068"), faults, rate, replay));
  }

  SimulatedWorld(Platform platform, SimulationOptions options) throws IOException {
    this.platform = platform;
    this.options = options;
    simulator = Simulator.start(List.of(platform), new SimulatorOptions(0, options));
  }

  static SimulationOptions options(
      RoomRef room, PendingFaults faults, double rate, List<? extends Recorded> replay) {
    SimulatedRoom hosted = new SimulatedRoom(room, replay);
    return new SimulationOptions(List.of(hosted), Rules.TODAY, rate, 1, false, faults);
  }

  static PendingFaults once(Fault fault) {
    return new PendingFaults(Map.of(fault, 1), 300);
  }

  RoomConnection watch(Timing timing, String room, RoomSettings settings) {
    DanmuClient fresh =
        DanmuClient.builder(platform).simulator(simulator.uri()).timing(timing).build();
    client = fresh;
    fresh.listen("test", ear);
    return fresh.open(room, settings);
  }

  /** Nobody else is given its port meanwhile. */
  void stopSimulator() {
    simulator.close();
    kept = DeadPort.givenUp(simulator.uri().getPort());
  }

  /** Starts it on the port that it had; nothing goes wrong any more. */
  void restartSimulator() throws IOException {
    SimulationOptions calm =
        new SimulationOptions(
            options.rooms(),
            options.rules(),
            options.rate(),
            options.seed(),
            options.loop(),
            PendingFaults.none());
    int port = simulator.uri().getPort();
    simulator = Simulator.start(List.of(platform), new SimulatorOptions(port, calm));
    giveUp(kept);
  }

  private static void giveUp(@Nullable DeadPort port) throws IOException {
    if (port != null) {
      port.close();
    }
  }

  /** What the platform's other side has counted. */
  SortedMap<String, Long> tallies() {
    return simulator.tallies().getOrDefault(platform.id(), new TreeMap<>());
  }

  long tally(String name) {
    return tallies().getOrDefault(name, 0L);
  }

  Heard ear() {
    return ear;
  }

  /** Waits until {@code state} was told for the {@code times}-th time; gives that event. */
  Connection awaitState(State state, int times) {
    return ear.awaitState(state, times, PATIENCE);
  }

  void awaitMore(Class<? extends LiveEvent> type, int more) {
    ear.awaitMore(type, more, PATIENCE);
  }

  void awaitFirst(Class<? extends LiveEvent> type) {
    ear.awaitCount(type, 1, PATIENCE);
  }

  <T extends LiveEvent> List<T> all(Class<T> type) {
    return ear.all(type);
  }

  /** Whether the fault, asked for once, has struck; stops the simulator. */
  boolean hasStruck(Fault fault) {
    simulator.close();
    return !options.faults().strike(fault);
  }

  /** Delivers what is queued. */
  void closeClient() {
    if (client != null) {
      client.close();
    }
  }

  @Override
  public void close() {
    closeClient();
    simulator.close();
  }
}
