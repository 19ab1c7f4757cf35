package io.github.danmuhub.device.toy;

import io.github.danmuhub.device.protocol.Report;
import io.github.danmuhub.device.protocol.Report.Pose;
import io.github.danmuhub.device.protocol.Report.State;
import io.github.danmuhub.device.protocol.Report.Tick;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The original toys behind their base, faults and all (rcxxx/Cloud-Tease-Cat, NyaToys): a laser
 * order presses the laser's button, and presses it once more 3 to 10 s later; meanwhile further
 * ones are ignored. Nobody knows whether that turned it on or off. One press that is lost, and it
 * is lit for ever: that is what {@link SafeBrain} mends.
 */
public final class OriginalBrain implements Brain {
  private static final int FULL = 100;
  private static final int BALL_MS = 3_000;
  private static final int WAND_MS = 3_000;
  private static final int SHORTEST_MS = 3_000;
  private static final int LONGEST_MS = 10_000;
  private static final int TILT = -12_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final RandomGenerator random;
  private boolean lit;
  private long pressAgain = NEVER;
  private long ballUntil;
  private long wandUntil;

  /**
   * @param random between the two presses
   */
  public OriginalBrain(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public void connected(int entropy, long now) {}

  /** It does not notice. */
  @Override
  public void lost(long now) {}

  @Override
  public List<Report> hear(String line, long now) {
    switch (line.split(" ", 2)[0]) {
      case "01" -> ballUntil = now + BALL_MS;
      case "05" -> press(now);
      case "0a" -> wandUntil = now + WAND_MS;
      default -> {} // another toy of the same base
    }
    return List.of();
  }

  private void press(long now) {
    if (pressAgain == NEVER) {
      lit = !lit;
      pressAgain = now + random.nextInt(SHORTEST_MS, LONGEST_MS + 1);
    }
  }

  @Override
  public List<Report> advance(long now) {
    if (now >= pressAgain) {
      lit = !lit;
      pressAgain = NEVER;
    }
    return List.of();
  }

  @Override
  public Tick state(long now) {
    int ball = now < ballUntil ? FULL : 0;
    int wand = now < wandUntil ? (int) (FULL * Math.sin(now / 200.0)) : 0;
    int pan = (int) (20_000 * Math.sin(now / 900.0));
    return new Tick("0", now, State.ARMED, Tick.NOBODY, new Pose(lit, pan, TILT, ball, wand));
  }
}
