package io.github.danmuhub.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.FaultWords;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The simulator in a child JVM: it can be frozen and killed, and its heap is not the client's. It
 * dies with its parent. One thread.
 */
final class ChildSimulator implements AutoCloseable {
  private final Process process;
  private final int port;

  private ChildSimulator(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * What the child hosts.
   *
   * @param rooms how many
   * @param chats of each room, see {@link NumberedChats}; 0 for believable traffic without an end
   * @param rate messages a second a room
   * @param fault in the words of {@code --fault}; empty for none
   */
  record Hosting(int rooms, int chats, double rate, String fault) {
    private static final int FIRST = 1_000_000;

    /** One room with believable traffic. */
    static final Hosting ONE_ROOM = new Hosting(1, 0, SimulationOptions.SCRIPT_RATE, "");

    Hosting withFault(String word) {
      return new Hosting(rooms, chats, rate, word);
    }

    List<RoomRef> refs() {
      return IntStream.range(FIRST, FIRST + rooms)
          .mapToObj(id -> new RoomRef("bilibili", Integer.toString(id)))
          .toList();
    }

    /** The name of the only room, or of the first. */
    String first() {
      return refs().get(0).toString();
    }

    private SimulationOptions options() {
      var replay = NumberedChats.frames(chats);
      List<SimulatedRoom> hosted =
          refs().stream().map(room -> new SimulatedRoom(room, replay)).toList();
      PendingFaults faults = FaultWords.parse(fault.isEmpty() ? List.of() : List.of(fault));
      return new SimulationOptions(hosted, Rules.TODAY, rate, 1, false, faults);
    }
  }

  /** Starts it on a free port and waits until it listens. */
  static ChildSimulator start(Hosting hosting) throws IOException {
    return start(0, hosting);
  }

  /** A new child on the port of this one, which must be dead. */
  ChildSimulator startAgain(Hosting hosting) throws IOException {
    return start(port, hosting);
  }

  private static ChildSimulator start(int port, Hosting hosting) throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildSimulator.class.getName(),
                Integer.toString(port),
                Integer.toString(hosting.rooms()),
                Integer.toString(hosting.chats()),
                Double.toString(hosting.rate()),
                hosting.fault())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String listening = child.inputReader(UTF_8).readLine();
    if (listening == null) {
      throw new IOException("the simulator did not start; what it said is above");
    }
    return new ChildSimulator(child, Integer.parseInt(listening));
  }

  /** The child: tells its port and lives until its standard input ends. */
  public static void main(String[] args) throws IOException {
    Hosting hosting =
        new Hosting(
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Double.parseDouble(args[3]),
            args[4]);
    SimulatorOptions options = new SimulatorOptions(Integer.parseInt(args[0]), hosting.options());
    try (Simulator simulator = Simulator.start(List.of(new Bilibili()), options)) {
      System.out.println(simulator.uri().getPort());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Its sockets stay open and the kernel still accepts new ones, but nothing answers. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    int exit = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException("kill -" + name + " " + pid + " failed with " + exit);
    }
  }

  /** Kills it, frozen or not, and waits for its end. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
