package io.github.danmuhub.export;

/**
 * Who may scroll where. A line enters a lane when the one before it is wholly inside the picture,
 * and when it will not have caught up with that one before it has left. Among the lanes that are
 * free for it, a line takes the one that has been so for the shortest time: the others stay for
 * longer lines, which are faster. Times in milliseconds, never going back.
 */
final class ScrollLanes {
  static final int NONE = -1;

  private final double width;
  private final double crossing;
  private final double[] entered;
  private final double[] left;

  ScrollLanes(int count, int width, double crossingMs) {
    this.width = width;
    this.crossing = crossingMs;
    this.entered = new double[count];
    this.left = new double[count];
  }

  /** The lane for a line of {@code lineWidth} pixels that starts now; {@link #NONE} if none is. */
  int place(double now, int lineWidth) {
    double reachesLeftEdge = crossing * width / (width + lineWidth);
    int best = NONE;
    double latest = Double.NEGATIVE_INFINITY;
    for (int lane = 0; lane < entered.length; lane++) {
      double free = Math.max(entered[lane], left[lane] - reachesLeftEdge);
      if (free <= now && free > latest) {
        best = lane;
        latest = free;
      }
    }
    if (best != NONE) {
      entered[best] = now + crossing * lineWidth / (width + lineWidth);
      left[best] = now + crossing;
    }
    return best;
  }
}
