package io.github.danmuhub.export;

import io.github.danmuhub.event.Retract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Boxes that grow upwards from a row of the picture, never over each other. Each is held back until
 * it goes, since only then it is known how long it stood; so no more are held than the picture has
 * rows. Times never go back.
 */
final class AssStack implements AssBoxes.Passing {
  static final int LEFT = 20;
  private static final int PADDING = 8;

  /** So long a box may be seen before another takes its place. */
  private static final long SEEN_MS = 5_000;

  private final AssWriter out;
  private final AssStyle style;
  private final int firstRow;
  private final FixedRows rows;
  private final List<Standing> standing = new ArrayList<>();

  private record Standing(AssBox box, int row) {}

  AssStack(AssWriter out, AssStyle style, int firstRow, int rows) {
    this.out = out;
    this.style = style;
    this.firstRow = firstRow;
    this.rows = new FixedRows(rows);
  }

  static int rowHeight(AssStyle style) {
    return style.boxSize() + PADDING;
  }

  private static int width(AssStyle style) {
    return Math.min(style.width() - LEFT, Math.max(500, style.width() / 4));
  }

  /** {@code text} in lines that fit a box. */
  static List<String> wrapped(String text, int lines, AssStyle style) {
    int perLine = (int) ((width(style) - 2 * PADDING) * 1.2 / style.boxSize());
    return AssText.wrapped(text, Math.max(1, perLine), lines);
  }

  /** Shows it where there is room, else as a comment. */
  @Override
  public void show(AssBox box) throws IOException {
    place(box, rows.place(box.start(), box.end(), box.lines().size()));
  }

  /** Shows it, and where the picture is full, instead of what has stood there longest. */
  void pin(AssBox box) throws IOException {
    int row = rows.place(box.start(), box.end(), box.lines().size());
    while (row == FixedRows.NONE && makeRoom(box.start())) {
      row = rows.place(box.start(), box.end(), box.lines().size());
    }
    place(box, row);
  }

  private boolean makeRoom(long now) throws IOException {
    Optional<AssBox> longest =
        standing.stream()
            .map(Standing::box)
            .filter(box -> now - box.start() >= SEEN_MS)
            .min(Comparator.comparingLong(AssBox::start));
    if (longest.isPresent()) {
      end(box -> box.equals(longest.get()), now);
    }
    return longest.isPresent();
  }

  private void place(AssBox box, int row) throws IOException {
    if (row == FixedRows.NONE) {
      out.comment(box.start(), box.end(), "BOX").end(String.join("\\N", box.lines()));
    } else {
      standing.add(new Standing(box, row));
    }
  }

  @Override
  public void pass(long now) throws IOException {
    end(box -> box.end() <= now, now);
  }

  void takeBack(Retract retract, long now) throws IOException {
    end(box -> box.isMeantBy(retract), now);
  }

  @Override
  public void finish() throws IOException {
    end(box -> true, Long.MAX_VALUE);
  }

  private void end(Predicate<AssBox> which, long now) throws IOException {
    if (standing.isEmpty()) {
      return;
    }
    for (Standing each : List.copyOf(standing)) {
      AssBox box = each.box;
      if (which.test(box)) {
        standing.remove(each);
        rows.free(each.row, box.lines().size());
        write(box.until(Math.min(box.end(), now)), each.row);
      }
    }
  }

  private void write(AssBox box, int row) throws IOException {
    if (box.end() == box.start()) {
      return;
    }
    int height = box.lines().size() * rowHeight(style);
    int y = style.height() - (firstRow + row) * rowHeight(style) - height;
    ground(box, y, height);
    out.dialogue(3, box.start(), box.end(), "BOX").add("{\\pos(").add(LEFT + PADDING).add(",");
    out.add(y + PADDING / 2).add(")}").end(String.join("\\N", box.lines()));
  }

  private void ground(AssBox box, int y, int height) throws IOException {
    int width = width(style);
    out.dialogue(2, box.start(), box.end(), "BOX").add("{\\pos(").add(LEFT).add(",").add(y);
    out.add(")\\bord0\\c").addColor(box.color()).add("\\1a&H40&\\p1}m 0 0 l ").add(width);
    out.add(" 0 ").add(width).add(" ").add(height).add(" 0 ").add(height).end("{\\p0}");
  }
}
