package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as numbers, signed or not, decimal or with {@code 0x}: {@code [0, 0, 0, 26]}; an array in
 * the source text of any language, with casts and comments; {@code {"0":0,"1":26}} and {@code
 * {"type":"Buffer","data":[…]}} of a browser's JSON; bare ones with blanks between, as od prints
 * them.
 */
final class Numbers implements Dress {
  private static final Pattern CAST =
      Pattern.compile("\\((?:byte|sbyte|char|unsigned char|u?int8_t|u8|i8)\\)");
  private static final Pattern CODE = Pattern.compile("[\\w\\s=*.&<>:!;()\\[\\]{}]{0,200}");
  private static final Pattern BUFFER =
      Pattern.compile("\\{\\s*(?:\"type\"\\s*:\\s*\"Buffer\"\\s*,\\s*)?\"data\"\\s*:\\s*");
  private static final Pattern BUFFER_END =
      Pattern.compile("\\s*(?:,\\s*\"type\"\\s*:\\s*\"Buffer\"\\s*)?\\}");
  private static final Pattern KEYED = Pattern.compile("\\s*\"(\\d{1,9})\"\\s*:\\s*(\\d{1,9})\\s*");
  private static final Pattern NUMBER =
      Pattern.compile("(0[xX][0-9a-fA-F]{1,2})|(-?(?:0|[1-9]\\d{0,8}))");
  private static final String OPENING = "[{(";
  private static final String CLOSING = "]})";

  @Override
  public Optional<byte[]> read(String text) throws MalformedException {
    String bare = CAST.matcher(Comments.removed(text)).replaceAll("").strip();
    String keyed = keyed(bare);
    String list = keyed == null ? longestList(bare) : keyed;
    return list == null ? bare(bare) : bytes(list);
  }

  /** What a browser makes of an array when it is asked for JSON. */
  private static @Nullable String keyed(String text) {
    if (!text.startsWith("{\"0\"") && !text.startsWith("{ \"0\"")) {
      return null;
    }
    StringBuilder list = new StringBuilder();
    int expected = 0;
    for (String one : text.substring(1, text.length() - 1).split(",", -1)) {
      Matcher field = KEYED.matcher(one);
      if (!field.matches() || Integer.parseInt(field.group(1)) != expected++) {
        return null;
      }
      list.append(field.group(2)).append(' ');
    }
    return list.toString();
  }

  /** Of all lists in brackets the longest; null where what stands around it is no source text. */
  private static @Nullable String longestList(String text) {
    int from = 0;
    int to = 0;
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (OPENING.indexOf(c) >= 0) {
        open = i + 1;
      } else if (CLOSING.indexOf(c) >= 0) {
        if (open >= 0 && i - open > to - from) {
          from = open;
          to = i;
        }
        open = -1;
      }
    }
    return to > from && isAround(text.substring(0, from - 1), text.substring(to + 1))
        ? text.substring(from, to)
        : null;
  }

  private static boolean isAround(String front, String back) {
    return (CODE.matcher(front).matches() && CODE.matcher(back).matches())
        || (BUFFER.matcher(front).matches() && BUFFER_END.matcher(back).matches());
  }

  private static Optional<byte[]> bytes(String list) throws MalformedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String word : list.strip().split("[,\\s]+", -1)) {
      Matcher number = NUMBER.matcher(word);
      if (word.isEmpty()) {
        continue; // a comma behind the last one
      }
      if (!number.matches()) {
        return Optional.empty();
      }
      int value = Integer.decode(word);
      if (value < Byte.MIN_VALUE || value > 0xff) {
        throw new MalformedException("a list of numbers, but " + value + " is no byte");
      }
      out.write(value);
    }
    return Optional.of(out.toByteArray());
  }

  /** Numbers and blanks, nothing else; where all have two digits they are hex. */
  private static Optional<byte[]> bare(String text) {
    boolean numbers =
        text.chars().allMatch(c -> c == ',' || Character.isWhitespace(c) || isDigit(c));
    String[] words = numbers ? text.split("[,\\s]+", -1) : new String[0];
    if (words.length < 2 || Arrays.stream(words).allMatch(word -> word.length() == 2)) {
      return Optional.empty();
    }
    try {
      return bytes(text);
    } catch (MalformedException noBytes) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
