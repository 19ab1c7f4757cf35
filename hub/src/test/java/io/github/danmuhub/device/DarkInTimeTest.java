package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.rule.action.Outcome.How;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever breaks between a hub and a toy, with Debian's broker between them: dark within two
 * seconds after the newest tick that the hub echoed, by the toy's own clock, and not lit again.
 */
@Tag("load")
class DarkInTimeTest {
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  @TempDir Path dir = Path.of("");

  private static void staysDark(Lonely toy) {
    await().during(AFTERWARDS).atMost(AFTERWARDS.plusSeconds(2)).until(() -> !toy.lit());
    toy.trace().holds();
  }

  @Test
  void aHubThatIsKilled() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Lonely toy = Lonely.mqtt(broker.port());
        HubChild hub = HubChild.start(dir, "mqtt:" + broker.port())) {
      hub.armAndMove();
      toy.awaitLit(true);
      hub.signal("KILL");
      toy.awaitLit(false);
      try (HubChild next = HubChild.start(dir, "mqtt:" + broker.port())) {
        next.await("DISARMED heard");
        next.say("move");
        staysDark(toy);
        assertThat(next.out()).contains("told DISARMED");
      }
    }
  }

  @Test
  void aHubThatIsStoppedAndContinued() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Lonely toy = Lonely.mqtt(broker.port());
        HubChild hub = HubChild.start(dir, "mqtt:" + broker.port())) {
      hub.armAndMove();
      toy.awaitLit(true);
      hub.signal("STOP");
      toy.awaitLit(false);
      await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      hub.signal("CONT");
      hub.await("DISARMED");
      staysDark(toy);
    }
  }

  @Test
  void aBrokerThatIsKilledAndStartedAgain() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Bench bench = Bench.of(broker.port(), "5")) {
      bench.arm();
      bench.move("laser", 0, 0, 8_000);
      bench.awaitLit(true);
      broker.kill();
      bench.awaitLit(false);
      await().atMost(Bench.PATIENCE).until(() -> bench.state() == State.DISARMED);
      broker.again();
      bench.awaitHeard();
      await().during(AFTERWARDS).atMost(AFTERWARDS.plusSeconds(2)).until(() -> !bench.pose().lit());
      new Trace(bench.trace).holds();
      assertThat(bench.state()).isEqualTo(State.DISARMED);
    }
  }

  @Test
  void aBrokerThatStandsStillForFiveSecondsAndThenDeliversWhatIsOld() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Bench bench = Bench.of(broker.port(), "3.1.1")) {
      bench.arm();
      bench.move("laser", 0, 0, 8_000);
      bench.awaitLit(true);
      broker.signal("STOP");
      bench.move("laser", 20, 0, 8_000);
      bench.awaitLit(false);
      await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
      broker.signal("CONT");
      bench.awaitHeard();
      await().during(AFTERWARDS).atMost(AFTERWARDS.plusSeconds(2)).until(() -> !bench.pose().lit());
      new Trace(bench.trace).holds();
      assertThat(bench.state()).isEqualTo(State.DISARMED);
    }
  }

  @Test
  void aNetworkThatSwallowsEverything() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Relay network = new Relay(broker.port());
        Lonely toy = Lonely.mqtt(broker.port());
        HubChild hub = HubChild.start(dir, "mqtt:" + network.port())) {
      hub.armAndMove();
      toy.awaitLit(true);
      network.swallow(true);
      toy.awaitLit(false);
      hub.await("DISARMED silent");
      network.swallow(false);
      hub.await("DISARMED heard");
      staysDark(toy);
    }
  }

  @Test
  void aToyThatIsRestartedInMidMove() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        HubChild hub = HubChild.start(dir, "mqtt:" + broker.port())) {
      try (Lonely toy = Lonely.mqtt(broker.port())) {
        hub.armAndMove();
        toy.awaitLit(true);
      }
      try (Lonely toy = Lonely.mqtt(broker.port())) {
        hub.await("DISARMED heard");
        staysDark(toy);
        hub.armAndMove();
        toy.awaitLit(true);
      }
    }
  }

  @Test
  void tenThousandCommandsAtOnce() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Bench bench = Bench.of(broker.port(), "5")) {
      bench.arm();
      for (int i = 0; i < 10_000; i++) {
        bench.move("laser", i % 80 - 40, 0, 2_000);
      }
      await().atMost(Bench.PATIENCE).until(() -> bench.told.size() == 10_000);
      await().atMost(Bench.PATIENCE).until(() -> !bench.pose().lit());
      Trace trace = new Trace(bench.trace);
      trace.holds();
      assertThat(trace.count(" < do ")).isBetween(1L, 30L);
      assertThat(bench.told).anyMatch(told -> told.how() == How.DONE);
      assertThat(bench.state()).isEqualTo(State.ARMED);
    }
  }

  @Test
  void ordersThatComeTwiceActOnce() throws Exception {
    List<String> echoes = new CopyOnWriteArrayList<>();
    try (Mosquitto broker = Mosquitto.start(dir);
        Bench bench = Bench.of(broker.port(), "5");
        Parrot parrot = Parrot.at(broker.port(), "danmu/toy/order", echoes)) {
      bench.arm();
      bench.move("laser", 0, 0, 1_000);
      bench.awaitLit(true);
      bench.awaitLit(false);
      await().atMost(Bench.PATIENCE).until(() -> new Trace(bench.trace).count(" seq") > 0);
      Trace trace = new Trace(bench.trace);
      trace.holds();
      assertThat(trace.count(" 1 0 ")).as("went lit").isLessThanOrEqualTo(1);
      assertThat(bench.state()).isEqualTo(State.ARMED);
      assertThat(parrot.said()).isPositive();
    }
  }

  @Test
  void aHubWhoseWallClockJumpsAnHourForthAndTwoBack() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Lonely toy = Lonely.mqtt(broker.port());
        HubChild hub = HubChild.start(dir, "mqtt:" + broker.port())) {
      hub.armAndMove();
      toy.awaitLit(true);
      hub.setClock(Duration.ofHours(1));
      toy.awaitLit(false);
      hub.setClock(Duration.ofHours(-1));
      await().during(AFTERWARDS).atMost(AFTERWARDS.plusSeconds(5)).until(() -> !toy.lit());
      toy.trace().holds();
      hub.await("ARMED heard");
      assertThat(hub.out()).contains("told DONE");
      hub.setClock(Duration.ZERO);
      hub.signal("KILL");
      staysDark(toy);
    }
  }

  @Test
  void twoHubsOnOneToy() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Lonely toy = Lonely.mqtt(broker.port());
        HubChild first = HubChild.start(dir, "mqtt:" + broker.port());
        HubChild second = HubChild.start(dir, "mqtt:" + broker.port())) {
      first.await("DISARMED heard");
      second.await("DISARMED heard");
      first.armAndMove();
      toy.awaitLit(true);
      second.say("arm");
      await().atMost(Bench.PATIENCE).until(() -> second.out().contains("held by"));
      second.say("move");
      await().atMost(Bench.PATIENCE).until(() -> second.out().contains("told DISARMED"));
      assertThat(toy.lit()).isTrue();
      first.signal("KILL");
      toy.awaitLit(false);
      staysDark(toy);
      second.armAndMove();
      toy.awaitLit(true);
    }
  }

  @Test
  void aStopWhileTheBrokerIsDown() throws Exception {
    try (Mosquitto broker = Mosquitto.start(dir);
        Bench bench = Bench.of(broker.port(), "5")) {
      bench.arm();
      bench.move("laser", 0, 0, 8_000);
      bench.awaitLit(true);
      broker.kill();
      bench.device().stopNow(Phrase.foreign("a test"));
      await().atMost(Bench.PATIENCE).until(() -> bench.state() == State.STOPPED);
      assertThat(DeviceJson.of(bench.device()).path("advice").asText())
          .isEqualTo("not confirmed: pull the plug");
      bench.awaitLit(false);
      broker.again();
      await().atMost(Bench.PATIENCE).until(() -> bench.device().status().confirmed());
      assertThat(bench.toyState()).isEqualTo("stopped");
      new Trace(bench.trace).holds();
    }
  }

  @Test
  void aHubAtASerialPortThatIsKilledOrStoppedBeforeTheHeaderInCpp() throws Exception {
    for (String signal : List.of("KILL", "STOP")) {
      Path own = Files.createDirectory(dir.resolve(signal));
      try (Socat cable = Socat.start(own);
          Board board = Board.start(own, cable);
          HubChild hub = HubChild.start(own, "serial:" + cable.a())) {
        hub.armAndMove();
        board.awaitLast("lit");
        long at = hub.signal(signal);
        long dark = board.awaitLast("dark");
        assertThat(dark - at).isLessThanOrEqualTo(2_150);
      }
    }
  }
}
