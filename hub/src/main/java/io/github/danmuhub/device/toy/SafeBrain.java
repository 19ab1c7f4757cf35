package io.github.danmuhub.device.toy;

import io.github.danmuhub.device.protocol.Report;
import io.github.danmuhub.device.protocol.Report.Tick;
import io.github.danmuhub.device.safety.ToyLimits;
import io.github.danmuhub.device.safety.ToySafety;
import java.util.List;

/** The cat toy as it should be. */
public final class SafeBrain implements Brain {
  private final ToySafety safety = new ToySafety(ToyLimits.STANDARD);

  @Override
  public void connected(int entropy, long now) {
    safety.connected(entropy, now);
  }

  @Override
  public void lost(long now) {
    safety.lost(now);
  }

  @Override
  public List<Report> hear(String line, long now) {
    return safety.hear(line, now);
  }

  @Override
  public List<Report> advance(long now) {
    return safety.advance(now);
  }

  @Override
  public Tick state(long now) {
    return safety.state(now);
  }
}
