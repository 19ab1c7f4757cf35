package io.github.danmuhub.inspect.dress;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a dump are written: in hex in groups of any even length, or each in a cell of
 * its own. Pure.
 *
 * @param form what one cell looks like
 * @param radix 0 where a cell is a character
 * @param size bytes in a cell; 0: half as many as it has digits
 */
record DumpCell(Pattern form, int radix, int size) {
  /**
   * The likelier one first: what is longer would have other offsets. Of hex that is all noughts and
   * ones, bits are likelier.
   */
  static final List<DumpCell> ALL =
      List.of(
          of("([01]{8})", 2, 1),
          of("(?:0x)?((?:[0-9a-fA-F]{2}){1,32})", 16, 0),
          of("([0-3][0-7]{2})", 8, 1),
          of("([01][0-7]{5})", 8, 2),
          of("(-?\\d{1,3})", 10, 1),
          of("(\\\\[0abtnvfr]|[0-3][0-7]{2}|[!-~])", 0, 1),
          of("(-?\\d{1,5})", 10, 2),
          of("([0-3][0-7]{10})", 8, 4),
          of("(-?\\d{1,10})", 10, 4));

  private static final Pattern WORD = Pattern.compile("\\s*(\\S+)");
  private static final String NAMES = "0abtnvfr";
  private static final byte[] VALUES = {0, 7, 8, 9, 10, 11, 12, 13};

  private static DumpCell of(String form, int radix, int size) {
    return new DumpCell(Pattern.compile(form), radix, size);
  }

  /**
   * The bytes of one cell, in the order in which they are written.
   *
   * @param left so many bytes are missing: a last word may hold more, and a last group be shorter
   * @return null where it is no such cell
   */
  byte @Nullable [] read(String word, boolean turned, int left) {
    Matcher cell = form.matcher(word);
    if (!cell.matches()) {
      return null;
    }
    String digits = cell.group(1);
    int bytes = size == 0 ? digits.length() / 2 : size;
    if (isCharacter()) {
      return new byte[] {character(digits)};
    }
    if (turned ? bytes != left && Integer.bitCount(bytes) != 1 : bytes > left) {
      return null; // a machine's word has 2, 4 or 8 bytes, and alone is padded
    }
    if (radix != 16 && !fits(Long.parseLong(digits, radix), bytes)) {
      return null;
    }
    byte[] out = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      long value = radix == 16 ? hex(digits, i) : Long.parseLong(digits, radix);
      int shift = radix == 16 ? 0 : 8 * (bytes - 1 - i);
      out[turned ? bytes - 1 - i : i] = (byte) (value >> shift);
    }
    return Arrays.copyOf(out, Math.min(left, bytes));
  }

  private static boolean fits(long value, int bytes) {
    long limit = 1L << (8 * bytes);
    return value < limit && value >= -limit / 2;
  }

  private static int hex(String digits, int i) {
    return Integer.parseInt(digits, 2 * i, 2 * i + 2, 16);
  }

  private static byte character(String text) {
    if (text.length() == 3) {
      return (byte) Integer.parseInt(text, 8);
    }
    return text.length() == 2 ? VALUES[NAMES.indexOf(text.charAt(1))] : (byte) text.charAt(0);
  }

  boolean isCharacter() {
    return radix == 0;
  }

  /** Whether bytes stand together in one word, so that their order may be the machine's. */
  boolean isWord(String word) {
    return size == 0 ? word.length() > 2 : size > 1;
  }

  /** Whether no characters stand behind such bytes, but in bars: as hexdump and od write them. */
  boolean isBare(String firstWord) {
    return radix != 16 || firstWord.replaceFirst("^0x", "").length() > 2;
  }

  /** The words of a text, each with where it ends. */
  static Matcher words(String text) {
    return WORD.matcher(text);
  }
}
