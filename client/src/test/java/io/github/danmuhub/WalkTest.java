package io.github.danmuhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.connection.Courtesy;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.connection.Persistence;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.RoomParts;
import io.github.danmuhub.connection.SessionParts;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.huya.Huya;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The walk that ARCHITECTURE.md draws, from the socket to a listener, is the one that is taken. */
class WalkTest {
  private static final String OURS = "io.github.danmuhub.";
  private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)`.*");

  @Test
  void aMessageOfAWebSocketTakesTheWalkThatIsDrawn() throws IOException {
    List<String> drawn = drawn("transport.TcpLink", "transport.TcpFrames");
    assertThat(walked(new Bilibili(), "545068", Map.of())).isEqualTo(of("Bilibili", drawn));
  }

  @Test
  void aMessageOfAByteStreamTakesTheWalkThatIsDrawn() throws IOException {
    List<String> drawn = drawn("transport.FrameScan", "transport.WebSocketLink");
    assertThat(walked(new Bilibili(), "545068", Map.of("transport", "tcp")))
        .isEqualTo(of("Bilibili", drawn));
  }

  /** Its codec is a file for each of its packets. */
  @Test
  void anotherPlatformTakesTheSameWalk() throws IOException {
    List<String> drawn =
        drawn("transport.TcpLink", "transport.TcpFrames", "platform.X.packet.XPacketCodec");
    assertThat(walked(new Huya(), "lpl", Map.of())).isEqualTo(of("Huya", drawn));
  }

  /** The table's classes in their order, without those that a message does not meet. */
  private static List<String> drawn(String... not) throws IOException {
    Path document = Path.of(System.getProperty("danmu.root", "..")).resolve("ARCHITECTURE.md");
    List<String> rows =
        Files.readString(document)
            .lines()
            .dropWhile(line -> !line.equals("## The walk of one message"))
            .takeWhile(line -> !line.startsWith("A room's life"))
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> row.group(1))
            .toList();
    assertThat(rows).hasSizeGreaterThan(10).contains(not);
    List<String> met = new ArrayList<>(rows);
    met.removeAll(List.of(not));
    return met;
  }

  private static List<String> of(String platform, List<String> drawn) {
    return drawn.stream()
        .map(name -> name.replace(".X.", "." + platform.toLowerCase(Locale.ROOT) + "."))
        .map(name -> name.replace(".X", "." + platform))
        .toList();
  }

  /** Whom the first chat of a simulated room met, on the loop and then on its listener's thread. */
  private static List<String> walked(Platform platform, String room, Map<String, String> settings)
      throws IOException {
    Ear ear = new Ear();
    RoomRef ref = new RoomRef(platform.id(), room);
    SimulatorOptions options =
        new SimulatorOptions(0, SimulatedWorld.options(ref, PendingFaults.none(), 200, List.of()));
    try (Simulator site = Simulator.start(List.of(platform), options);
        Transport transport = Transport.create(1);
        EventStream stream = new EventStream()) {
      stream.subscribe("ear", ear::heard);
      Loop loop = transport.nextLoop();
      RoomParts.Way way =
          new RoomParts.Way(
              loop,
              transport.dialler(loop, new Route(site.uri(), null)),
              new Courtesy(platform.limits()));
      try (RoomConnection connection =
          new RoomConnection(
              new RoomParts(
                  ref,
                  session(platform, ref, settings),
                  way,
                  SimulatedWorld.QUICK,
                  Persistence.ENDLESS,
                  new SplittableRandom(1),
                  new RoomParts.Audience(event -> ear.told(event, stream), FrameTap.NONE)))) {
        connection.open();
        await().atMost(SimulatedWorld.PATIENCE).until(ear::isDone);
      }
    }
    return ear.walk(platform.getClass().getSimpleName());
  }

  private static SessionParts session(
      Platform platform, RoomRef room, Map<String, String> settings) {
    return new SessionParts(
        context -> platform.open(room, context),
        new SplittableRandom(1),
        new Settings(platform.id(), settings, Credentials.NONE, false),
        LoopTools.create(),
        new CookieJar());
  }

  /** Looks at the stack where an event leaves its room, and where it arrives. */
  private static final class Ear {
    private final AtomicReference<@Nullable List<String>> leaves = new AtomicReference<>();
    private final AtomicReference<@Nullable List<String>> arrives = new AtomicReference<>();

    int told(LiveEvent event, EventStream stream) {
      look(event, leaves);
      return stream.publish(event);
    }

    void heard(LiveEvent event) {
      look(event, arrives);
    }

    private static void look(LiveEvent event, AtomicReference<@Nullable List<String>> stack) {
      if (event instanceof Chat) {
        stack.compareAndSet(null, StackWalker.getInstance().walk(Ear::classes));
      }
    }

    /** Ours, in the order in which they were met. */
    private static List<String> classes(Stream<StackWalker.StackFrame> frames) {
      List<String> names =
          new ArrayList<>(
              frames
                  .map(frame -> frame.getClassName().replaceFirst("\\$.*", ""))
                  .filter(name -> name.startsWith(OURS))
                  .map(name -> name.substring(OURS.length()))
                  .toList());
      Collections.reverse(names);
      return names.stream().distinct().toList();
    }

    boolean isDone() {
      return leaves.get() != null && arrives.get() != null;
    }

    /**
     * Of a platform's directory its session, its codec and its table; what else they call on the
     * way is their own affair, and so are the values that are passed on.
     */
    List<String> walk(String platform) {
      Pattern shown =
          Pattern.compile(
              "(transport|connection|stream)\\..*|platform\\..*\\.%s(Session|PacketCodec|Events)"
                  .formatted(platform));
      return Stream.of(
              Objects.requireNonNull(leaves.get()).stream(),
              Stream.of("stream.EventStream"),
              Objects.requireNonNull(arrives.get()).stream())
          .flatMap(stack -> stack)
          .filter(name -> shown.matcher(name).matches())
          .toList();
    }
  }
}
