package io.github.danmuhub.device.safety;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.config.ActuatorConfig;
import io.github.danmuhub.config.SafetyConfig;
import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.text.Phrase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens in whatever order, the limits hold and a stop is final. */
class RandomEveningsTest {
  private static final List<String> NAMES = List.of("laser", "ball", "wand", "rocket");

  @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
  void noLimitIsEverBroken(
      @ForAll @Size(min = 5, max = 25) List<@IntRange(min = 0, max = 999_999) Integer> evening) {
    Table table = new Table(SafetyConfig.STANDARD);
    int litMs = 0; // since it could have heard of a stop
    for (int what : evening) {
      int passed = what % 23 * Table.STEP_MS;
      happens(table, what % 16, what / 16);
      table.pass(passed);
      boolean stops = table.state() == State.STOPPED && table.toyHears;
      litMs = stops && table.lit() ? litMs + passed : 0;
      assertThat(litMs).isLessThan(Emergency.AGAIN_MS);
    }
    everyMoveIsWithinItsLimits(table);
    aStopIsFinal(table);
  }

  private static void happens(Table table, int what, int how) {
    switch (what) {
      case 0 -> table.gate.disarm(Phrase.foreign("a test"));
      case 1 -> table.gate.stop(Phrase.foreign("a test"), table.now());
      case 2 -> table.gate.release();
      case 3 -> table.toy.connected(how, table.toyNow);
      case 4 -> table.gate.connected(table.now());
      case 5 -> table.hubHears = how % 3 > 0;
      case 6 -> table.toyHears = how % 3 > 0;
      case 7 -> table.takes = how % 3 > 0;
      case 8 -> table.wall += how % 2 == 0 ? 3_600_000 : -3_600_000;
      case 9 -> table.hubPasses(1_500);
      case 10, 11 -> table.arm();
      default -> {
        for (int i = 0; i <= how % 4; i++) {
          table.move(NAMES.get(how % NAMES.size()), how - 30_000, how % 77 - 40, how % 12_000);
        }
      }
    }
  }

  private static void everyMoveIsWithinItsLimits(Table table) {
    Map<String, Table.Sent> last = new HashMap<>();
    for (Table.Sent sent : table.moves) {
      Move move = sent.order().move();
      ActuatorConfig limits = requireNonNull(ActuatorConfig.CAT_TOY.get(move.actuator()));
      assertThat(move.x()).isBetween(limits.x().get(0), limits.x().get(1));
      assertThat(move.y()).isBetween(limits.y().get(0), limits.y().get(1));
      assertThat(move.ms()).isBetween(0, limits.longestMs());
      Table.Sent before = last.put(move.actuator(), sent);
      if (before != null && move.ms() > 0) {
        long since = sent.at() - before.at();
        assertThat(since).isGreaterThanOrEqualTo(limits.everyMs());
        assertThat((long) Math.abs(move.x() - before.order().move().x()))
            .isLessThanOrEqualTo(Math.max(1, limits.perSecond() * Math.min(1_000, since) / 1_000));
      }
    }
  }

  private static void aStopIsFinal(Table table) {
    boolean stopped = false;
    for (String order : table.orders) {
      String verb = order.substring(0, order.indexOf(' '));
      stopped = verb.equals("stop") || (stopped && !verb.equals("arm"));
      assertThat(stopped && verb.equals("do")).as(order).isFalse();
    }
  }
}
