package io.github.danmuhub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.platform.Recorded;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.testing.Captures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Douyin's captures and many gifts, played by the simulator and heard over real sockets. */
class DouyinTrafficEndToEndTest {
  private static final RoomRef ROOM = new RoomRef("douyin", "80017709309");
  private static final double RATE = 1_000;

  private static SimulatedWorld hear(PendingFaults faults, List<? extends Recorded> replay)
      throws Exception {
    SimulatedWorld world =
        new SimulatedWorld(new Douyin(), SimulatedWorld.options(ROOM, faults, RATE, replay));
    world.watch(SimulatedWorld.QUICK, ROOM.toString(), RoomSettings.DEFAULT);
    return world;
  }

  /** The frames of a capture of the folder {@code douyin}. */
  private static List<Recorded> frames(Path file) throws Exception {
    return CaptureReader.read(Captures.dir().resolve("douyin").resolve(file)).inbound();
  }

  private static List<Recorded> frames(String file) throws Exception {
    return frames(Path.of(file));
  }

  private static List<Recorded> allFrames() throws Exception {
    List<Recorded> all = new ArrayList<>(frames("2022-12-28_chat_dyspider.bin"));
    try (Stream<Path> files = Files.list(Captures.dir().resolve("douyin/synthetic"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".bin")).sorted().toList()) {
        all.addAll(frames(file));
      }
    }
    return all;
  }

  private static List<LiveEvent> ofTheCapture(SimulatedWorld world) {
    return world.heard.stream()
        .filter(event -> event.origin().id() != null && !(event instanceof Connection))
        .toList();
  }

  private static long sum(List<Gift> gifts) {
    return gifts.stream().mapToLong(Gift::count).sum();
  }

  @Test
  void everyCapturedMessageIsHeardAsWhatItIs() throws Exception {
    try (SimulatedWorld world = hear(PendingFaults.none(), allFrames())) {
      await().atMost(60, SECONDS).until(() -> ofTheCapture(world).size() >= 100);
      assertThat(world.all(Malformed.class)).isEmpty();
      Map<String, Long> count =
          ofTheCapture(world).stream()
              .collect(groupingBy(e -> e.getClass().getSimpleName(), counting()));
      assertThat(count)
          .containsOnly(
              entry("Chat", 31L),
              entry("Gift", 12L),
              entry("Like", 13L),
              entry("Enter", 13L),
              entry("Follow", 7L),
              entry("Share", 1L),
              entry("Membership", 1L),
              entry("Notice", 2L),
              entry("Stats", 15L),
              entry("Rank", 2L),
              entry("Broadcast", 3L));
      assertThat(world.all(Chat.class)).extracting(Chat::text).contains("百分之10可以直播半小时");
      assertThat(world.all(Broadcast.class))
          .extracting(Broadcast::state)
          .endsWith(Broadcast.State.OFFLINE);
    }
  }

  @Test
  void everyFrameThatWantsAnAckGetsOneBeforeAnyLaterFrame() throws Exception {
    try (SimulatedWorld world = hear(PendingFaults.none(), frames("synthetic/burst60.bin"))) {
      await().atMost(60, SECONDS).until(() -> ofTheCapture(world).size() >= 60);
      await()
          .atMost(60, SECONDS)
          .until(() -> world.tally("acks right") == world.tally("frames that want an ack"));
      assertThat(world.tally("acks right")).isPositive();
      assertThat(world.tally("acks wrong")).isZero();
      assertThat(world.tally("acks missing")).isZero();
      assertThat(world.tally("acks out of order")).isZero();
    }
  }

  @Test
  void theCombo13255EndSumsToFive() throws Exception {
    List<Recorded> combo = new ArrayList<>();
    for (String step : List.of("0_repeat1", "1_repeat3", "2_repeat2", "3_repeat5")) {
      combo.addAll(frames("synthetic/03_gift_combo_" + step + "_end0.bin"));
    }
    combo.addAll(frames("synthetic/03_gift_combo_4_repeat5_end1.bin"));
    try (SimulatedWorld world = hear(PendingFaults.none(), combo)) {
      await().atMost(60, SECONDS).until(() -> sum(world.all(Gift.class)) >= 5);
      world.closeClient();
      assertThat(sum(world.all(Gift.class))).isEqualTo(5);
    }
  }
}
