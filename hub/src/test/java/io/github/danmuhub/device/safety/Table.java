package io.github.danmuhub.device.safety;

import io.github.danmuhub.config.SafetyConfig;
import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.device.protocol.Order;
import io.github.danmuhub.device.protocol.Order.Do;
import io.github.danmuhub.device.protocol.Report;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.wire.MalformedException;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A hub's gate and a toy on one table, under one clock that a test moves. */
final class Table {
  static final int STEP_MS = 10;

  record Sent(long at, Do order) {}

  final ToySafety toy = new ToySafety(ToyLimits.STANDARD);
  final List<Sent> moves = new ArrayList<>();
  final List<String> orders = new ArrayList<>();
  final List<Result> told = new ArrayList<>();
  final SafetyGate gate;
  boolean hubHears = true;
  boolean toyHears = true;
  boolean takes = true;
  long hubNow;
  long toyNow = 7_000_000;
  long wall = 1_790_000_000_000L;
  private final Queue<String> toHub = new ArrayDeque<>();

  Table(SafetyConfig config) {
    this(config, DailyCaps.Store.NONE);
  }

  Table(SafetyConfig config, DailyCaps.Store store) {
    DailyCaps caps = new DailyCaps(store, ZoneId.of(config.zone()));
    gate = new SafetyGate("toy", "kitchen/a1", config, caps, new TableWire());
    toy.connected(1, toyNow);
    gate.connected(now());
    pass(600);
  }

  Now now() {
    return new Now(hubNow, wall);
  }

  /** Both clocks go on together. */
  void pass(long ms) {
    for (long i = 0; i < ms; i += STEP_MS) {
      toyPasses(STEP_MS);
      hubPasses(STEP_MS);
    }
  }

  void toyPasses(long ms) {
    for (long i = 0; i < ms; i += STEP_MS) {
      toyNow += STEP_MS;
      say(toy.advance(toyNow));
    }
  }

  void hubPasses(long ms) {
    hubNow += ms;
    wall += ms;
    hear();
    gate.advance(now());
    hear();
  }

  private void hear() {
    while (!toHub.isEmpty()) {
      String line = toHub.remove();
      if (hubHears) {
        gate.heard(line, now());
      }
    }
  }

  private void say(List<Report> reports) {
    reports.forEach(report -> toHub.add(report.line()));
  }

  void arm() {
    gate.arm(now());
    hear();
  }

  void move(String actuator, int x, int y, int ms) {
    gate.move(new Move(actuator, x, y, ms), told::add, now());
    hear();
  }

  GateStatus.State state() {
    return gate.status().state();
  }

  boolean lit() {
    return toy.pose(toyNow).lit();
  }

  private final class TableWire implements Wire {
    @Override
    public boolean say(String line) {
      if (takes) {
        deliver(line);
      }
      return takes;
    }

    @Override
    public void sayFirst(String line) {
      deliver(line);
    }

    private void deliver(String line) {
      orders.add(line);
      try {
        if (Order.of(line) instanceof Do order) {
          moves.add(new Sent(hubNow, order));
        }
      } catch (MalformedException e) {
        throw new AssertionError(line, e);
      }
      if (toyHears) {
        Table.this.say(toy.hear(line, toyNow));
      }
    }
  }
}
