package io.github.danmuhub.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that come in at the bottom and push the earlier ones up, like a chat list. Holds as many as
 * it has rows; those that are pushed out are written by then.
 */
final class AssList implements AssBoxes.Passing {
  private static final long SEEN_MS = 8_000;

  private final AssWriter out;
  private final AssStyle style;
  private final int rows;
  private final List<AssBox> lines = new ArrayList<>();
  private long since;

  AssList(AssWriter out, AssStyle style, int rows) {
    this.out = out;
    this.style = style;
    this.rows = rows;
  }

  @Override
  public void show(AssBox box) throws IOException {
    pass(box.start());
    write(box.start());
    lines.add(0, box);
    while (lines.size() > rows) {
      lines.remove(rows);
    }
  }

  @Override
  public void pass(long now) throws IOException {
    while (!lines.isEmpty() && gone(lines.get(lines.size() - 1)) <= now) {
      write(gone(lines.get(lines.size() - 1)));
      lines.remove(lines.size() - 1);
    }
  }

  private static long gone(AssBox line) {
    return line.start() + SEEN_MS;
  }

  /** What is seen from the last change until this one. */
  private void write(long until) throws IOException {
    for (int row = 0; row < lines.size() && since < until; row++) {
      int y = style.height() - (row + 1) * AssStack.rowHeight(style);
      out.dialogue(2, since, until, "BOX").add("{\\pos(").add(AssStack.LEFT).add(",").add(y);
      out.add(")}").end(String.join(" ", lines.get(row).lines()));
    }
    since = until;
  }

  @Override
  public void finish() throws IOException {
    pass(Long.MAX_VALUE);
  }
}
