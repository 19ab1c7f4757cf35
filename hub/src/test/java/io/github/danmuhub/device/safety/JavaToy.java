package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.protocol.Report;
import java.util.ArrayList;
import java.util.List;

/** {@link ToySafety} itself. */
final class JavaToy implements ToyDriver {
  private ToySafety toy = new ToySafety(ToyLimits.STANDARD);
  private long now;
  private int entropy;

  @Override
  public void boot() {
    toy = new ToySafety(ToyLimits.STANDARD);
    now = 0;
    toy.connected(++entropy, 0);
  }

  @Override
  public List<String> step(long at, String what) {
    while (now < at) {
      now = Math.min(at, now + STEP_MS);
      toy.advance(now);
    }
    List<String> said = new ArrayList<>();
    switch (what) {
      case "" -> {}
      case "!connect" -> toy.connected(++entropy, now);
      case "!lost" -> toy.lost(now);
      default -> toy.hear(what, now).stream().map(Report::line).forEach(said::add);
    }
    said.add(toy.state(now).line());
    return said;
  }

  @Override
  public void close() {}
}
