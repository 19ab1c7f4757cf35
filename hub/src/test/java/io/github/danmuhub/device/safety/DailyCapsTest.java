package io.github.danmuhub.device.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.config.ActuatorConfig;
import io.github.danmuhub.config.SafetyConfig;
import io.github.danmuhub.device.safety.GateStatus.State;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days, and times of day, by a wall clock that a person may set. */
class DailyCapsTest {
  private static final long DAY = 86_400_000;
  private static final long NOON = 20_000 * DAY + DAY / 2;
  private static final ActuatorConfig THREE =
      new ActuatorConfig(List.of(0, 1), List.of(0, 0), 1, 100, 5_000, 0, 0, 3);
  private final Memory memory = new Memory();

  /** A file that may be broken. */
  static final class Memory implements DailyCaps.Store {
    Optional<String> text = Optional.empty();
    boolean broken;

    @Override
    public Optional<String> read() throws IOException {
      fail();
      return text;
    }

    @Override
    public void write(String next) throws IOException {
      fail();
      text = Optional.of(next);
    }

    private void fail() throws IOException {
      if (broken) {
        throw new IOException("the disk says no");
      }
    }
  }

  private DailyCaps open() {
    return new DailyCaps(memory, ZoneOffset.UTC);
  }

  @Test
  void whatWasUsedOutlivesARestart() {
    DailyCaps first = open();
    assertThat(first.use("feeder", THREE, 100, NOON)).isTrue();
    assertThat(first.use("feeder", THREE, 100, NOON)).isTrue();
    DailyCaps second = open();
    assertThat(second.use("feeder", THREE, 100, NOON)).isTrue();
    assertThat(second.refusal("feeder", THREE, NOON).orElseThrow().toString())
        .contains("3 times today");
  }

  @Test
  void theNextDayGivesItBack() {
    DailyCaps caps = open();
    for (int i = 0; i < 3; i++) {
      caps.use("feeder", THREE, 100, NOON);
    }
    assertThat(caps.refusal("feeder", THREE, NOON + DAY)).isEmpty();
  }

  @Test
  void aClockThatIsSetBackGivesNothingBack() {
    DailyCaps caps = open();
    for (int i = 0; i < 3; i++) {
      caps.use("feeder", THREE, 100, NOON);
    }
    assertThat(caps.refusal("feeder", THREE, NOON - DAY)).isPresent();
    assertThat(open().refusal("feeder", THREE, NOON - 30 * DAY)).isPresent();
    assertThat(open().refusal("feeder", THREE, NOON - 3_600_000)).isPresent();
  }

  @Test
  void aFileThatIsBrokenIsTrouble() {
    for (String text :
        List.of("", "2026-13-99\n", "2026-11-30\nlaser 1", "2026-11-30\nlaser x 2\n")) {
      memory.text = Optional.of(text);
      assertThat(open().trouble()).as(text).isPresent();
    }
    memory.text = Optional.of("2026-11-30\nlaser 1 2\n");
    assertThat(open().trouble()).isEmpty();
    memory.broken = true;
    assertThat(open().trouble().orElseThrow().toString()).contains("the disk says no");
  }

  @Test
  void aGateWhoseCapsCannotBeReadIsNotArmed() {
    memory.text = Optional.of("nonsense");
    Table table = new Table(SafetyConfig.STANDARD, memory);
    assertThat(table.gate.arm(table.now()).orElseThrow().toString()).contains("cannot be read");
    assertThat(table.state()).isEqualTo(State.DISARMED);
  }

  @Test
  void aGateWhoseCapsCannotBeStoredLetsGoBeforeAnythingMoves() {
    SafetyConfig capped =
        new SafetyConfig(List.of(), "UTC", 15, 30, "caps.txt", Map.of("ball", THREE), "");
    Table table = new Table(capped, memory);
    table.arm();
    memory.broken = true;
    table.move("ball", 1, 0, 1_000);
    assertThat(table.moves).isEmpty();
    assertThat(table.state()).isEqualTo(State.DISARMED);
    assertThat(table.told).hasSize(1);
  }

  @Test
  void aCapEndsTheMovementsOfADay() {
    SafetyConfig capped =
        new SafetyConfig(List.of(), "UTC", 15, 30, "caps.txt", Map.of("ball", THREE), "");
    Table table = new Table(capped, memory);
    table.arm();
    for (int i = 0; i < 5; i++) {
      table.move("ball", i % 2, 0, 100);
      table.pass(1_500);
    }
    assertThat(table.moves).hasSize(3);
    assertThat(table.told.get(4).words().toString()).contains("3 times today");
  }

  @Test
  void quietHoursGoOverMidnightInTheirZone() {
    QuietHours quiet = new QuietHours(List.of("22:00-08:00"), ZoneId.of("Asia/Shanghai"));
    long midnightThere = 20_000 * DAY - 8 * 3_600_000;
    assertThat(quiet.at(midnightThere)).isTrue();
    assertThat(quiet.at(midnightThere + 8 * 3_600_000 - 1)).isTrue();
    assertThat(quiet.at(midnightThere + 8 * 3_600_000)).isFalse();
    assertThat(quiet.at(midnightThere + 22 * 3_600_000 - 1)).isFalse();
    assertThat(quiet.at(midnightThere + 22 * 3_600_000)).isTrue();
  }

  @Test
  void quietHoursDisarm() {
    Table table =
        new Table(
            new SafetyConfig(
                List.of("00:00-12:00"), "UTC", 15, 30, null, ActuatorConfig.CAT_TOY, ""));
    table.wall = NOON + 60_000;
    table.arm();
    assertThat(table.state()).isEqualTo(State.ARMED);
    table.wall = NOON - 3_600_000;
    table.pass(100);
    assertThat(table.state()).isEqualTo(State.DISARMED);
    assertThat(table.gate.arm(table.now()).orElseThrow().toString()).contains("quiet hours");
  }
}
