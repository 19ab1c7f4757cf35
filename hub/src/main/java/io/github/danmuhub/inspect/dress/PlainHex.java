package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.wire.MalformedException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 0000001a}, {@code 00 00 00 1a}, {@code 00:00:00:1a}, {@code 00h 1ah}, Node's {@code
 * <Buffer 00 1a>}, a database's {@code \x001a} and {@code X'001a'}.
 */
final class PlainHex implements Dress {
  private static final Pattern BUFFER =
      Pattern.compile("<Buffer(?<hex>[0-9a-fA-F ]*)(?<more>\\.\\.\\..*)?>");
  private static final Pattern OF_DATABASES =
      Pattern.compile("\\\\x([0-9a-fA-F]{4,})|[xX]'([0-9a-fA-F]+)'");
  private static final Pattern OF_ASSEMBLERS = Pattern.compile("\\b([0-9a-fA-F]{2})[hH]\\b");
  private static final Pattern SHORT = Pattern.compile("0[xX]([0-9a-fA-F])(?![0-9a-fA-F])");
  private static final Pattern BETWEEN = Pattern.compile("0[xX]|[\\s,;:_\\-{}\\[\\]]");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

  @Override
  public Optional<byte[]> read(String text) throws MalformedException {
    Matcher buffer = BUFFER.matcher(text);
    if (buffer.matches()) {
      if (buffer.group("more") != null) {
        throw new MalformedException(
            "Node shows the first bytes of a buffer only: print buffer.toString('hex')");
      }
      return hex(buffer.group("hex").replace(" ", ""));
    }
    Matcher value = OF_DATABASES.matcher(text.strip());
    if (value.matches()) {
      return hex(value.group(1) == null ? value.group(2) : value.group(1));
    }
    String bare = OF_ASSEMBLERS.matcher(Comments.removed(text)).replaceAll("$1");
    String two = SHORT.matcher(bare).replaceAll("0x0$1");
    String digits = BETWEEN.matcher(two).replaceAll(" ").strip();
    return arePairs(digits) ? hex(digits.replace(" ", "")) : Optional.empty();
  }

  /** Half a byte may be missing in one word, but not in each of several. */
  private static boolean arePairs(String digits) {
    if (!digits.contains(" ")) {
      return true;
    }
    for (String word : digits.split(" ", -1)) {
      if (word.length() % 2 != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> hex(String digits) throws MalformedException {
    if (!HEX.matcher(digits).matches()) {
      return Optional.empty();
    }
    if (digits.length() % 2 != 0) {
      throw new MalformedException(
          "%d hex digits, which is half a byte too much or too little".formatted(digits.length()));
    }
    return Optional.of(HexFormat.of().parseHex(digits));
  }
}
