package io.github.danmuhub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.testing.Captures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 322 real commands, played by the simulator and heard by the client over real sockets. */
class RealTrafficEndToEndTest {
  private static final int RATE = 1_000;
  private static final int EVENTS = 199;

  private static List<Recorded> capture() throws Exception {
    Path file = Captures.dir().resolve("bilibili/blive-ws/message.anon.bin");
    return CaptureReader.read(file).inbound();
  }

  /** What is heard of the capture, in order. */
  private static List<LiveEvent> hear(String transport, String protover) throws Exception {
    try (SimulatedWorld world = new SimulatedWorld(PendingFaults.none(), RATE, capture())) {
      RoomSettings settings =
          RoomSettings.DEFAULT.with("transport", transport).with("protover", protover);
      world.watch(SimulatedWorld.QUICK, SimulatedWorld.ROOM, settings);
      await().atMost(60, SECONDS).until(() -> ofTheCapture(world).size() >= EVENTS);
      world.closeClient();
      return ofTheCapture(world);
    }
  }

  private static List<LiveEvent> ofTheCapture(SimulatedWorld world) {
    return world.heard.stream().filter(RealTrafficEndToEndTest::isOfTheCapture).toList();
  }

  private static boolean isOfTheCapture(LiveEvent event) {
    boolean ofTheLookup = event instanceof Room || event instanceof Broadcast;
    return !ofTheLookup && !(event instanceof Connection);
  }

  /** As JSON, but for the time of receiving. */
  private static List<String> lines(List<LiveEvent> events) {
    return events.stream()
        .map(event -> new String(EventWriter.write(event), UTF_8))
        .map(line -> line.replaceFirst("\"received\":\"[^\"]*\",?", ""))
        .toList();
  }

  @Test
  void everyCommandBecomesItsEventAndAllTransportsAndVersionsTellTheSame() throws Exception {
    List<LiveEvent> events = hear("wss", "3");
    Map<String, Long> count =
        events.stream().collect(groupingBy(e -> e.getClass().getSimpleName(), counting()));
    assertThat(count)
        .isEqualTo(
            Map.of(
                "Chat", 134L, "Enter", 37L, "Like", 3L, "Stats", 17L, "Rank", 6L, "Unknown", 2L));
    assertThat(events.stream().filter(e -> e instanceof Chat c && c.image() != null)).hasSize(1);
    List<String> lines = lines(events);
    assertThat(lines(hear("ws", "0"))).isEqualTo(lines);
    assertThat(lines(hear("ws", "2"))).isEqualTo(lines);
    assertThat(lines(hear("tcp", "0"))).isEqualTo(lines);
    assertThat(lines(hear("tcp", "2"))).isEqualTo(lines);
    assertThat(lines(hear("tcp", "3"))).isEqualTo(lines);
  }
}
