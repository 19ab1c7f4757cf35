package io.github.danmuhub.export;

import java.util.Arrays;

/** Rows that one thing at a time occupies, counted from the edge they grow from. */
final class FixedRows {
  static final int NONE = -1;

  private final long[] freeAt;

  FixedRows(int count) {
    freeAt = new long[Math.max(1, count)];
  }

  /**
   * The first of {@code rows} free rows side by side, now taken; {@link #NONE} if there are none.
   */
  int place(long now, long until, int rows) {
    int run = 0;
    for (int row = 0; row < freeAt.length; row++) {
      run = freeAt[row] <= now ? run + 1 : 0;
      if (run == rows) {
        int first = row - rows + 1;
        Arrays.fill(freeAt, first, row + 1, until);
        return first;
      }
    }
    return NONE;
  }

  /** What stood in {@code rows} rows from {@code first} on goes earlier. */
  void free(int first, int rows) {
    Arrays.fill(freeAt, first, first + rows, Long.MIN_VALUE);
  }
}
