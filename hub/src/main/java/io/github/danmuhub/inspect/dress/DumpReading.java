package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.event.Raw;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The lines of a dump, read by one supposition: in which radix its offsets are, and what its cells
 * look like. It holds where each line has as many bytes as the next offset says.
 *
 * @param fits how many lines did
 * @param expected where the next one begins, if it did not fit
 * @param found how many bytes stand before that
 */
record DumpReading(Raw bytes, boolean isWhole, int fits, long expected, long found) {
  /** The widest line whose length nothing tells. */
  private static final int WIDEST = 64;

  /** A {@code *} may stand for so many bytes. */
  private static final int MOST_REPEATED = 1 << 26;

  private static final DumpReading NONE = new DumpReading(Raw.NOTHING, false, 0, 0, 0);

  static DumpReading of(List<DumpLine> lines, int radix, DumpCell cell, boolean turned) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long start = lines.get(0).offset(radix);
    if (start < 0 || (start > 0 && lines.size() == 1 && !lines.get(0).colon())) {
      return NONE;
    }
    byte[] before = {};
    int column = 0;
    for (int i = 0; i < lines.size(); i++) {
      DumpLine line = lines.get(i);
      long next = i + 1 < lines.size() ? lines.get(i + 1).offset(radix) - start : -1;
      if (line.isRepeat()) {
        repeat(before, next, out);
        continue;
      }
      if (i + 1 == lines.size() && !line.hasBytes()) {
        break; // it says where the dump ends
      }
      boolean known = i + 1 < lines.size() && !lines.get(i + 1).isRepeat();
      long most = known ? next - out.size() : WIDEST;
      boolean bare = known || line.isBare(cell);
      DumpLine.Read read = (bare ? line : line.cut(column)).read(cell, turned, most);
      int size = read.bytes().size();
      if (!read.whole() || size == 0 || (known && size != most)) {
        long found = out.size() + (long) size;
        return known && read.whole() ? new DumpReading(Raw.NOTHING, false, i, next, found) : NONE;
      }
      before = read.bytes().toBytes();
      column = Math.max(column, read.end());
      out.writeBytes(before);
    }
    return new DumpReading(Raw.bytes(out.toByteArray()), true, lines.size(), 0, 0);
  }

  private static void repeat(byte[] line, long until, ByteArrayOutputStream out) {
    while (line.length > 0 && out.size() < until && until <= MOST_REPEATED) {
      out.writeBytes(line);
    }
  }
}
