package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.event.Raw;
import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a dump: where its bytes begin, and what is written behind that.
 *
 * @param offset as it is written; empty for the {@code *} of lines like the one before
 * @param colon whether a colon follows, as xxd writes it, which has the order of the bytes
 */
record DumpLine(String offset, boolean colon, String rest) {
  private static final Pattern FORM =
      Pattern.compile("\\s*(?:0x)?([0-9a-fA-F]{3,16})(?:\\s*<[^>]{0,80}>)?(:?)(?:\\s(.*))?");
  private static final Pattern END = Pattern.compile("\\s*|\\s{2,}.*|\\t.*|\\s*[|>].*");
  private static final Pattern BARE_END = Pattern.compile("\\s*(?:[|>].*)?");
  private static final Pattern GAP = Pattern.compile("\\s{2,}");
  private static final Pattern SECOND_HALF =
      Pattern.compile("(?:[0-9a-fA-F]{2}(?: |$)){1,8}(?: .*)?");
  private static final Pattern SHORT_GROUP = Pattern.compile("([0-9a-f]{2,14})\\s{2,}.*");
  private static final int FIRST_HALF = 23;
  private static final int CHARACTER = 4;

  static @Nullable DumpLine of(String text) {
    if (text.strip().equals("*")) {
      return new DumpLine("", false, "");
    }
    Matcher line = FORM.matcher(text);
    if (!line.matches()) {
      return null;
    }
    String rest = line.group(3) == null ? "" : line.group(3);
    return new DumpLine(line.group(1), !line.group(2).isEmpty(), rest);
  }

  boolean isRepeat() {
    return offset.isEmpty();
  }

  /** od and hexdump, whose offsets are so long, write words as the machine has them. */
  boolean isOfTheMachine() {
    return !colon && (offset.length() == 6 || offset.length() == 7);
  }

  boolean hasBytes() {
    return !rest.isBlank();
  }

  /** The offset; negative where it is none of that radix. */
  long offset(int radix) {
    try {
      return Long.parseLong(offset, radix);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * Bytes of a line, and where they end in its text.
   *
   * @param whole whether nothing is left that looks like a byte
   */
  record Read(Raw bytes, int end, boolean whole) {}

  /** Up to {@code most} bytes. */
  Read read(DumpCell cell, boolean turned, long most) {
    if (cell.isCharacter()) {
      return characters(cell, most);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Matcher word = DumpCell.words(rest);
    int end = 0;
    while (out.size() < most && word.find()) {
      int left = (int) Math.min(most - out.size(), 64);
      byte[] bytes = cell.read(word.group(1), turned && cell.isWord(word.group(1)), left);
      if (bytes == null) {
        break;
      }
      out.writeBytes(bytes);
      end = word.end();
    }
    Pattern behind = isBare(cell) ? BARE_END : END;
    String left = rest.substring(end);
    return new Read(Raw.bytes(out.toByteArray()), end, behind.matcher(left).matches());
  }

  /** Whether no characters stand behind the bytes, but in bars. */
  boolean isBare(DumpCell cell) {
    Matcher word = DumpCell.words(rest);
    return !colon && word.find() && cell.isBare(word.group(1));
  }

  /** Each in four columns; a blank is one too. */
  private Read characters(DumpCell cell, long most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int end = 0;
    for (int from = 0; from < rest.length() && out.size() < most; from = end + 1) {
      end = Math.min(rest.length(), from + CHARACTER - 1);
      String word = rest.substring(from, end).strip();
      byte[] one = word.isEmpty() ? new byte[] {' '} : cell.read(word, false, 1);
      if (one == null) {
        break;
      }
      out.writeBytes(one);
    }
    return new Read(Raw.bytes(out.toByteArray()), end, rest.substring(end).isBlank());
  }

  /** The same line without the characters behind its bytes, which end at a column at most. */
  DumpLine cut(int column) {
    String text = column > 0 && column < rest.length() ? rest.substring(0, column) : rest;
    return new DumpLine(offset, colon, column > 0 ? text : withoutCharacters(text));
  }

  /** {@code |…|} of hexdump; else two blanks or more behind the bytes, but none in their middle. */
  private static String withoutCharacters(String rest) {
    String text = rest.stripLeading();
    int bar = text.indexOf('|');
    if (bar >= 0) {
      return text.substring(0, bar);
    }
    Matcher gap = GAP.matcher(text);
    while (gap.find()) {
      String front = text.substring(0, gap.start());
      boolean middle =
          front.length() == FIRST_HALF && SECOND_HALF.matcher(text.substring(gap.end())).matches();
      if (!middle && !isPadded(front, gap.end() - gap.start(), text.substring(gap.end()))) {
        return front;
      }
    }
    return text;
  }

  /** xxd -e writes a last group that is shorter at the right of where it would stand. */
  private static boolean isPadded(String front, int gap, String behind) {
    int width = front.length() - front.lastIndexOf(' ') - 1;
    Matcher group = SHORT_GROUP.matcher(behind);
    return group.matches() && gap == 1 + width - group.group(1).length();
  }
}
