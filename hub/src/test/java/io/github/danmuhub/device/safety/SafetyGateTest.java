package io.github.danmuhub.device.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.config.ActuatorConfig;
import io.github.danmuhub.config.SafetyConfig;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.rule.action.Outcome.How;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The hub's layer, with a real toy at the other end of the table. */
class SafetyGateTest {
  private final Table table = new Table(SafetyConfig.STANDARD);

  @Test
  void nothingMovesBeforeItIsArmed() {
    table.move("laser", 0, 0, 5_000);
    assertThat(table.told).extracting(Result::how).containsExactly(How.DISARMED);
    assertThat(table.moves).isEmpty();
    assertThat(table.lit()).isFalse();
  }

  @Test
  void whatIsArmedMoves() {
    table.arm();
    assertThat(table.state()).isEqualTo(State.ARMED);
    table.move("laser", 10, 0, 3_000);
    assertThat(table.told).containsExactly(Result.done(Phrase.of("act.done")));
    assertThat(table.lit()).isTrue();
    table.pass(2_900);
    assertThat(table.lit()).isTrue();
    table.pass(200);
    assertThat(table.lit()).isFalse();
    assertThat(table.state()).isEqualTo(State.ARMED);
  }

  @Test
  void aConnectionThatIsNewDisarms() {
    table.arm();
    table.gate.connected(table.now());
    assertThat(table.state()).isEqualTo(State.DISARMED);
    table.move("laser", 0, 0, 5_000);
    assertThat(table.told).extracting(Result::how).containsExactly(How.DISARMED);
  }

  @Test
  void aToyThatBeganAnewIsDisarmed() {
    table.arm();
    table.toy.connected(99, table.toyNow);
    table.pass(600);
    assertThat(table.state()).isEqualTo(State.DISARMED);
  }

  @Test
  void aHubThatStoodStillIsDisarmed() {
    table.arm();
    table.move("laser", 0, 0, 8_000);
    table.toyPasses(2_100);
    assertThat(table.lit()).isFalse();
    table.hubPasses(2_100);
    assertThat(table.state()).isEqualTo(State.DISARMED);
    assertThat(table.gate.status().why().toString()).contains("stood still for 2100 ms");
  }

  @Test
  void aToyThatIsNotHeardIsDisarmed() {
    table.arm();
    table.hubHears = false;
    table.pass(2_100);
    assertThat(table.state()).isEqualTo(State.DISARMED);
    assertThat(table.gate.arm(table.now()).orElseThrow().toString()).contains("not heard");
  }

  @Test
  void aToyThatDoesNotHearIsNotArmed() {
    table.toyHears = false;
    table.arm();
    table.pass(1_600);
    assertThat(table.state()).isEqualTo(State.DISARMED);
    assertThat(table.gate.status().why()).hasToString("it did not answer");
  }

  @Test
  void anotherHubIsToldWhoHoldsIt() {
    table.toy.hear(
        "arm " + table.toy.state(table.toyNow).nonce() + " 1 7000500 cellar/1", table.toyNow);
    table.arm();
    assertThat(table.gate.status().why()).hasToString("held by cellar");
    assertThat(table.state()).isEqualTo(State.DISARMED);
  }

  @Test
  void tenThousandCommandsAtOnceAreOneTarget() {
    table.arm();
    for (int i = 0; i < 10_000; i++) {
      table.move("laser", i % 80 - 40, 0, 2_000);
    }
    table.pass(2_500);
    assertThat(table.told).hasSize(10_000);
    assertThat(table.moves).hasSizeLessThan(15);
    assertThat(table.moves.get(table.moves.size() - 1).order().move().x()).isEqualTo(39);
    for (int i = 1; i < table.moves.size(); i++) {
      assertThat(table.moves.get(i).at() - table.moves.get(i - 1).at()).isGreaterThanOrEqualTo(200);
    }
  }

  @Test
  void aWayThatTakesNothingGetsTheLatestTargetOnly() {
    table.arm();
    table.takes = false;
    table.move("ball", 10, 0, 5_000);
    table.move("ball", 20, 0, 5_000);
    assertThat(table.moves).isEmpty();
    table.takes = true;
    table.pass(20);
    assertThat(table.moves).hasSize(1);
    assertThat(table.moves.get(0).order().move().x()).isEqualTo(20);
    assertThat(table.told).hasSize(2);
  }

  @Test
  void aStopIsFinalUntilItIsReleased() {
    table.arm();
    table.move("laser", 0, 0, 5_000);
    table.gate.stop(Phrase.foreign("a test"), table.now());
    table.pass(20);
    assertThat(table.lit()).isFalse();
    assertThat(table.gate.status().confirmed()).isTrue();
    assertThat(table.gate.arm(table.now()).orElseThrow().toString()).contains("release it first");
    table.move("laser", 0, 0, 5_000);
    assertThat(table.told).extracting(Result::how).containsExactly(How.DONE, How.DISARMED);
    table.gate.release();
    table.pass(600);
    assertThat(table.state()).isEqualTo(State.DISARMED);
    assertThat(table.lit()).isFalse();
    table.arm();
    assertThat(table.state()).isEqualTo(State.ARMED);
  }

  @Test
  void aStopIsSaidAgainEvery250MsUntilTheToyHasConfirmedIt() {
    table.toyHears = false;
    table.orders.clear();
    table.gate.stop(Phrase.foreign("a test"), table.now());
    table.pass(1_020);
    assertThat(table.orders).hasSize(5).allMatch(order -> order.equals("stop a1-1"));
    assertThat(table.gate.status().confirmed()).isFalse();
    table.toyHears = true;
    table.pass(300);
    assertThat(table.gate.status().confirmed()).isTrue();
  }

  @Test
  void aStopOfAnotherHoldsHereToo() {
    table.arm();
    table.toy.hear("stop elsewhere", table.toyNow);
    table.pass(600);
    assertThat(table.state()).isEqualTo(State.STOPPED);
  }

  @Test
  void aToyThatForgotItsStopIsStoppedAgain() {
    table.gate.stop(Phrase.foreign("a test"), table.now());
    table.pass(600);
    ToySafety booted = new ToySafety(ToyLimits.STANDARD);
    booted.connected(5, 0);
    table.orders.clear();
    table.gate.heard(booted.state(0).line(), table.now());
    table.pass(300);
    assertThat(table.orders).contains("stop a1-1");
  }

  @Test
  void anAcknowledgementOfNothingIsCounted() {
    table.arm();
    table.gate.heard("ack 4711 ok", table.now());
    table.gate.heard("nonsense", table.now());
    assertThat(table.gate.status().strange()).isEqualTo(2);
    assertThat(table.state()).isEqualTo(State.ARMED);
  }

  @Test
  void whatIsNotAcknowledgedIsToldSo() {
    table.arm();
    table.toyHears = false;
    table.move("ball", 50, 0, 500);
    table.pass(1_600);
    assertThat(table.told).hasSize(1);
    assertThat(table.told.get(0).words().toString()).contains("did not acknowledge");
  }

  @Test
  void aSessionEndsAndRests() {
    table.arm();
    for (int i = 0; i < 15 * 60; i++) {
      table.pass(1_000);
    }
    assertThat(table.state()).isEqualTo(State.DISARMED);
    assertThat(table.gate.arm(table.now()).orElseThrow().toString()).contains("rests");
  }

  @Test
  void whatTheFileDoesNotNameIsRefused() {
    SafetyConfig ballOnly =
        new SafetyConfig(
            List.of(), "UTC", 15, 30, null, Map.of("ball", ActuatorConfig.CAT_TOY.get("ball")), "");
    Table small = new Table(ballOnly);
    small.arm();
    small.move("laser", 0, 0, 100);
    assertThat(small.told.get(0).words().toString()).contains("no actuator laser");
  }
}
