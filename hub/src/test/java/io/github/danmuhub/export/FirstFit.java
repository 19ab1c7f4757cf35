package io.github.danmuhub.export;

import java.util.Arrays;

/**
 * The peer's rule (DanmakuFactory with overlap off), row of pixels by row of pixels: the measure of
 * how many lines a good converter shows.
 */
final class FirstFit {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int SIZE = 38;
  private static final double CROSSING = 12;

  private final double[] right = new double[HEIGHT];
  private final double[] left = new double[HEIGHT];

  boolean shows(double now, int characters) {
    double width = characters * SIZE / 1.2;
    double reaches = now + CROSSING * WIDTH / (WIDTH + width);
    int run = 0;
    for (int row = 0; row < HEIGHT; row++) {
      run = now >= right[row] && reaches >= left[row] ? run + 1 : 0;
      if (run == SIZE) {
        int first = row - SIZE + 1;
        Arrays.fill(right, first, row + 1, now + CROSSING * width / (WIDTH + width));
        Arrays.fill(left, first, row + 1, now + CROSSING);
        return true;
      }
    }
    return false;
  }
}
