package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.wire.MalformedException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code 0000001a}, {@code 00 00 00 1a}, {@code 00:00:00:1a}, {@code 0x00,0x00}, a C array, Node's
 * {@code <Buffer 00 1a>}.
 */
final class PlainHex implements Dress {
  private static final Pattern BUFFER =
      Pattern.compile("<Buffer(?<hex>[0-9a-fA-F ]*)(?<more>\\.\\.\\..*)?>");
  private static final Pattern FRONT = Pattern.compile("^[\\w\\s*]*\\[\\d*\\]\\s*=\\s*(?=\\{)");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern SHORT = Pattern.compile("0[xX]([0-9a-fA-F])(?![0-9a-fA-F])");
  private static final Pattern BETWEEN = Pattern.compile("0[xX]|[\\s,;:_\\-{}\\[\\]]");
  private static final Pattern ODD = Pattern.compile("(?<!\\S)(?:\\S\\S)*\\S(?!\\S)");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

  @Override
  public Optional<byte[]> read(String text) throws MalformedException {
    var buffer = BUFFER.matcher(text);
    if (buffer.matches()) {
      if (buffer.group("more") != null) {
        throw new MalformedException(
            "Node shows the first bytes of a buffer only: print buffer.toString('hex')");
      }
      return hex(buffer.group("hex").replace(" ", ""));
    }
    String bare = COMMENT.matcher(FRONT.matcher(text).replaceFirst("")).replaceAll(" ");
    String two = SHORT.matcher(bare).replaceAll("0x0$1");
    String digits = BETWEEN.matcher(two).replaceAll(" ").strip();
    boolean pairs = !digits.contains(" ") || ODD.matcher(digits).results().findAny().isEmpty();
    return pairs ? hex(digits.replace(" ", "")) : Optional.empty();
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
