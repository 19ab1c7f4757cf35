package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dumps with an offset before each line: xxd, {@code hexdump}, od, Wireshark, PowerShell, gdb; with
 * characters behind the bytes or without, in hex, octal, binary or decimal. The offsets say how
 * many bytes a line has, so what follows them is never taken for bytes; in which radix offsets and
 * bytes are written is found out by which of all fit each other. Where bytes stand together in
 * words, they may have the machine's order (hexdump, od): that is another reading.
 */
final class DumpDress implements Dress {
  private static final Pattern BARE_WORDS =
      Pattern.compile("[0-9a-fA-F]{4}(?: +[0-9a-fA-F]{4})*+|[0-9a-fA-F]{8}(?: +[0-9a-fA-F]{8})*+");
  private static final int LONGEST_BARE = 400;
  private static final int HEAD_LINES = 6;

  /** What is read in too large a radix asks for more bytes than there are, and does not fit. */
  private static final List<Integer> RADICES = List.of(16, 8, 10);

  private final boolean unusual;

  /** {@code unusual}: the bytes of a word have the order that such dumps usually do not have. */
  DumpDress(boolean unusual) {
    this.unusual = unusual;
  }

  @Override
  public Optional<byte[]> read(String text) throws MalformedException {
    List<DumpLine> lines = lines(text);
    if (lines.isEmpty() || lines.get(0).isRepeat() || !lines.get(0).hasBytes()) {
      return Optional.empty();
    }
    boolean turned = lines.get(0).isOfTheMachine() != unusual;
    if (unusual && lines.stream().noneMatch(DumpDress::hasWords)) {
      return Optional.empty();
    }
    DumpReading best = null;
    for (DumpCell cell : DumpCell.ALL) {
      for (int radix : RADICES) {
        DumpReading one = DumpReading.of(lines, radix, cell, turned);
        if (one.isWhole()) {
          return Optional.of(one.bytes().toBytes());
        }
        best = best == null || one.fits() > best.fits() ? one : best;
      }
    }
    return missing(Objects.requireNonNull(best));
  }

  private static boolean hasWords(DumpLine line) {
    return line.rest().strip().indexOf(' ') > 2;
  }

  /** Hex whose first word looks like an offset fits nothing. */
  private static Optional<byte[]> missing(DumpReading best) throws MalformedException {
    if (best.fits() == 0) {
      return Optional.empty();
    }
    throw new MalformedException(
        "line %d of the dump begins at %d, but %d bytes stand before it: a line is missing"
            .formatted(best.fits() + 2, best.expected(), best.found()));
  }

  /** Behind what some tools write above the first one; none where one of them is something else. */
  private static List<DumpLine> lines(String text) {
    List<DumpLine> lines = new ArrayList<>();
    int head = 0;
    boolean bare = true;
    for (String one : text.lines().filter(line -> !line.isBlank()).toList()) {
      DumpLine line = DumpLine.of(one);
      if (line == null && lines.isEmpty() && ++head <= HEAD_LINES) {
        continue;
      }
      if (line == null) {
        return List.of();
      }
      bare = bare && one.length() < LONGEST_BARE && BARE_WORDS.matcher(one.strip()).matches();
      lines.add(line);
    }
    return bare || isHeadOnly(lines, head) ? List.of() : lines;
  }

  /** A dump of which only one line is there has nothing above it. */
  private static boolean isHeadOnly(List<DumpLine> lines, int head) {
    return head > 0 && lines.size() < 2;
  }
}
